using System.Text.RegularExpressions;

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>A warning or error that a build wrote.</summary>
/// <param name="File">The path as written.</param>
/// <param name="Line">Counted from one.</param>
/// <param name="Column">Counted from one.</param>
/// <param name="Severity"><c>warning</c> or <c>error</c>.</param>
/// <param name="Rule">The id.</param>
/// <param name="Project">The file name of the project, with the target framework if it has several.</param>
internal sealed partial record Finding(string File, int Line, int Column, string Severity, string Rule, string Project)
{
    /// <summary>Whether the rule is one of ours.</summary>
    public bool IsOurs => Rule.StartsWith("SECR", StringComparison.Ordinal);

    /// <summary>Every warning and error of a build that stands at a place in a file, each once.</summary>
    public static IReadOnlyList<Finding> AllIn(ProcessResult build) =>
        [.. LinePattern().Matches(build.Output).Select(FromLine).Distinct().OrderBy(item => (item.File, item.Line, item.Column, item.Rule))];

    /// <summary>Those of our rules; fails the test if our rules also report without a place, which would otherwise go unseen.</summary>
    public static IReadOnlyList<Finding> OursIn(ProcessResult build)
    {
        var homeless = HomelessPattern().Match(build.Output);
        Assert.False(homeless.Success, $"'{build.Command}' reports at no place: {homeless.Value}\n{build.Output}");
        return [.. AllIn(build).Where(finding => finding.IsOurs)];
    }

    private static Finding FromLine(Match line) => new(
        line.Groups["file"].Value.Trim(),
        int.Parse(line.Groups["line"].ValueSpan),
        int.Parse(line.Groups["column"].ValueSpan),
        line.Groups["severity"].Value,
        line.Groups["rule"].Value,
        ProjectName(line.Groups["project"].Value));

    /// <summary>A project with several targets is written as <c>path::TargetFramework=name</c>.</summary>
    private static string ProjectName(string text) =>
        text.Split("::", 2) is [var path, var target] ? $"{Path.GetFileName(path)} {target.Split('=')[^1]}" : Path.GetFileName(text);

    [GeneratedRegex(@"^(?<file>[^(\n]+)\((?<line>\d+),(?<column>\d+)\): (?<severity>warning|error) (?<rule>[A-Z]+\d+): .*\[(?<project>[^\[\]]+)\]$", RegexOptions.Multiline)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"^(?!.*\(\d+,\d+\): ).*\b(warning|error) SECR\w+.*$", RegexOptions.Multiline)]
    private static partial Regex HomelessPattern();
}
