using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;

namespace SecurityReview.Tool.Reporting.Sarif;

/// <summary>The rules, and the weaknesses that they are about, as SARIF writes them.</summary>
internal static class SarifRules
{
    private const string Cwe = "CWE";

    public static JsonObject Driver(ImmutableArray<DiagnosticDescriptor> rules) => new()
    {
        ["name"] = "SecurityReview",
        ["semanticVersion"] = ToolVersion.Current,
        ["informationUri"] = Descriptors.HelpRoot,
        ["rules"] = JsonText.Array(rules.Select(Rule)),
        ["supportedTaxonomies"] = JsonText.Array([new JsonObject { ["name"] = Cwe, ["index"] = 0 }]),
    };

    public static JsonObject Taxonomy(ImmutableArray<DiagnosticDescriptor> rules) => new()
    {
        ["name"] = Cwe,
        ["organization"] = "MITRE",
        ["shortDescription"] = new JsonObject { ["text"] = "Common Weakness Enumeration" },
        ["informationUri"] = "https://cwe.mitre.org/",
        ["taxa"] = JsonText.Array(Weaknesses(rules).Select(number => new JsonObject
        {
            ["id"] = number.ToString(CultureInfo.InvariantCulture),
            ["helpUri"] = $"https://cwe.mitre.org/data/definitions/{number}.html",
        })),
    };

    private static JsonObject Rule(DiagnosticDescriptor rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = Text(rule.Title),
        ["fullDescription"] = Text(rule.Description),
        ["helpUri"] = rule.HelpLinkUri,
        ["defaultConfiguration"] = new JsonObject { ["level"] = SarifResults.Level(rule.DefaultSeverity), ["enabled"] = rule.IsEnabledByDefault },
        ["relationships"] = JsonText.Array(CweTags.Numbers(rule).Select(Relationship)),
        ["properties"] = new JsonObject { ["category"] = rule.Category, ["tags"] = JsonText.Array(Tags(rule)) },
    };

    private static JsonObject Relationship(int number) => new()
    {
        ["target"] = new JsonObject
        {
            ["id"] = number.ToString(CultureInfo.InvariantCulture),
            ["toolComponent"] = new JsonObject { ["name"] = Cwe, ["index"] = 0 },
        },
        ["kinds"] = JsonText.Array(["superset"]),
    };

    /// <summary>The tags by which code scanning services know security rules and their weaknesses.</summary>
    private static IEnumerable<string> Tags(DiagnosticDescriptor rule) =>
        CweTags.Numbers(rule).Select(number => $"external/cwe/cwe-{number:000}").Prepend("security").Concat(rule.CustomTags.Where(tag => tag.StartsWith("CWE-", StringComparison.Ordinal)));

    private static IEnumerable<int> Weaknesses(ImmutableArray<DiagnosticDescriptor> rules) => rules.SelectMany(CweTags.Numbers).Distinct().Order();

    private static JsonObject Text(LocalizableString text) => new() { ["text"] = text.ToString(CultureInfo.InvariantCulture) };
}
