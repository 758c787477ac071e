namespace SecurityReview.Tool.Loading;

/// <summary>What a run of <c>dotnet</c> left behind.</summary>
/// <param name="ExitCode">Its exit code; 0 is success.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record DotnetResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The lines of both, errors first, trimmed, each once.</summary>
    public IReadOnlyList<string> Lines() =>
        [.. (Error + Output).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The error lines of the output, each once, or all lines if none is marked as an error.</summary>
    public IReadOnlyList<string> ErrorLines()
    {
        var lines = Lines();
        var errors = lines.Where(line => line.Contains("error ", StringComparison.OrdinalIgnoreCase)).ToList();
        return errors.Count > 0 ? errors : lines;
    }
}
