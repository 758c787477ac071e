using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

/// <summary>The descriptors of all rules. One partial file per family; what all rules share is set here, once.</summary>
public static partial class Descriptors
{
    /// <summary>
    /// The address under which the pages of <c>docs/rules</c> are published. A reserved name until the project has a home:
    /// this constant is the only place to change.
    /// </summary>
    public const string HelpRoot = "https://securityreview.example/docs/rules/";

    private static readonly Lazy<ImmutableArray<DiagnosticDescriptor>> s_all = new(static () =>
        typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null))
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)
            .ToImmutableArray());

    /// <param name="id">One of <see cref="RuleIds"/>.</param>
    /// <param name="title">The problem, without a full stop; also the heading of the rule's page.</param>
    /// <param name="message">What, where, remedy; a format string.</param>
    /// <param name="severity">Warning, or information for rules that are suggestions.</param>
    /// <param name="description">The consequence for the user of the reviewed program.</param>
    /// <param name="cwe">Number(s) in the Common Weakness Enumeration, <see href="https://cwe.mitre.org"/>.</param>
    /// <param name="tags">Further tags, such as <see cref="WellKnownDiagnosticTags.CompilationEnd"/>.</param>
    private static DiagnosticDescriptor Create(
        string id, string title, string message, DiagnosticSeverity severity, string description, int[] cwe, params string[] tags)
    {
        var cweTags = cwe.Select(number => $"CWE-{number}").ToArray();
        var consequence = cweTags.Length == 0 ? description : $"{description} {string.Join(", ", cweTags)}.";
        return new DiagnosticDescriptor(
            id, title, message, FamilyOf(id).ToString(), severity, isEnabledByDefault: true,
            description: consequence, helpLinkUri: $"{HelpRoot}{id}.md", customTags: [.. tags, "Security", .. cweTags]);
    }

    /// <summary>The family that a rule id belongs to, by its first digit.</summary>
    public static RuleFamily FamilyOf(string id) => (RuleFamily)(id["SECR".Length] - '0');

    /// <summary>The descriptors of all rules that a family declares, ordered by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => s_all.Value;
}
