using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Tool.Reporting;

/// <summary>The weaknesses that a rule is about, read from its tags (<c>CWE-89</c>).</summary>
internal static class CweTags
{
    private const string Prefix = "CWE-";

    public static IEnumerable<int> Numbers(DiagnosticDescriptor rule) =>
        rule.CustomTags.Where(tag => tag.StartsWith(Prefix, StringComparison.Ordinal)).Select(tag => int.Parse(tag[Prefix.Length..], CultureInfo.InvariantCulture));
}
