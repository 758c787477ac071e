using System.Globalization;
using System.Text.RegularExpressions;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>A page of <c>docs/rules</c>, read.</summary>
internal sealed class RulePage
{
    public static readonly string[] Sections =
    [
        "Cause", "Why it matters", "Reported", "Not reported", "Options", "What counts as safe", "Known limits", "When to suppress",
    ];

    private readonly string _text;

    public RulePage(string id)
    {
        Path = System.IO.Path.Combine(TestReferences.RepositoryRoot, "docs", "rules", id + ".md");
        Assert.True(File.Exists(Path), $"The page {Path} is missing.");
        _text = File.ReadAllText(Path);
    }

    public string Path { get; }

    public string Heading => _text.Split('\n')[0].Trim();

    public IEnumerable<string> Headings => Regex.Matches(_text, "^## (.+?)\\s*$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);

    public bool Contains(string text) => _text.Contains(text, StringComparison.Ordinal);

    /// <summary>The table row that the descriptor asks for.</summary>
    public static string Row(string id)
    {
        var descriptor = RuleSet.Descriptor(id);
        return string.Create(CultureInfo.InvariantCulture, $"| {id} | {descriptor.Category} | {RuleSet.Weaknesses(descriptor)} | {descriptor.DefaultSeverity} | {(RuleSet.HasFixer(id) ? "yes" : "no")} |");
    }

    /// <summary>The text of a section, without its heading.</summary>
    public string Section(string heading)
    {
        var start = _text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Path} has no section '{heading}'.");
        var next = _text.IndexOf("\n## ", start + 4, StringComparison.Ordinal);
        return next < 0 ? _text[start..] : _text[start..next];
    }

    /// <summary>The C# examples of a section.</summary>
    public IEnumerable<string> Examples(string heading) =>
        Regex.Matches(Section(heading), "^```csharp\\s*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value);
}
