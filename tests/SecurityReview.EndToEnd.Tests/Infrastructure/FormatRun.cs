namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>Applies the code fixes as a user without an editor does: <c>dotnet format analyzers</c>.</summary>
internal static class FormatRun
{
    /// <summary>Repairs all findings of some rules in a restored project or solution.</summary>
    /// <param name="folder">The folder in which it starts.</param>
    /// <param name="target">The project or solution.</param>
    /// <param name="rules">The ids. Rules that are information by default are repaired as well.</param>
    public static async Task<ProcessResult> RepairAsync(string folder, string target, params string[] rules)
    {
        var run = await ProcessRun.DotnetAsync(
            folder, ["format", "analyzers", target, "--severity", "info", "--no-restore", "--diagnostics", .. rules]);

        // A fixer that throws or does nothing leaves the exit code at 0.
        var failed = run.AllOutput.Contains("Exception", StringComparison.Ordinal) || run.AllOutput.Contains("Unable to fix", StringComparison.Ordinal);
        Assert.False(failed, $"'{run.Command}' could not repair.\n{run.AllOutput}");
        return run.ExitsWith(0);
    }
}
