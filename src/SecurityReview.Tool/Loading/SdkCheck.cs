namespace SecurityReview.Tool.Loading;

/// <summary>Whether there is a .NET SDK for the target, before anything fails for a reason that nobody understands.</summary>
internal static class SdkCheck
{
    /// <exception cref="CannotReviewException">There is none, or not the one that a <c>global.json</c> asks for.</exception>
    public static async Task RunAsync(ReviewTarget target, CancellationToken cancellation)
    {
        var result = await DotnetCommand.RunAsync(target.Folder, ["--version"], cancellation).ConfigureAwait(false);
        if (!result.Succeeded)
            throw new CannotReviewException($"The .NET SDK for '{target.Named}' was not found. The 'dotnet' command says:\n  {string.Join("\n  ", result.Lines())}");
    }
}
