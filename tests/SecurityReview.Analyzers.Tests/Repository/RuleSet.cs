using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>Every analyzer, fixer and rule of the package, found by reflection.</summary>
internal static class RuleSet
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Instances<DiagnosticAnalyzer>(typeof(RuleIds));

    public static ImmutableArray<CodeFixProvider> Fixers { get; } = Instances<CodeFixProvider>(typeof(ReviewFixProvider));

    public static TheoryData<string> Ids => new(Descriptors.All.Select(descriptor => descriptor.Id));

    public static DiagnosticDescriptor Descriptor(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);

    /// <summary>
    /// The analyzer of the public descriptor; the one that reads model files has another of the same rule. That a budget was used up is said by all who ask the
    /// engine.
    /// </summary>
    public static DiagnosticAnalyzer AnalyzerOf(string id)
    {
        var reporting = Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => ReferenceEquals(descriptor, Descriptor(id)))).ToList();
        return id == RuleIds.BudgetUsedUp ? reporting[0] : Assert.Single(reporting);
    }

    public static bool HasFixer(string id) => Fixers.Any(fixer => fixer.FixableDiagnosticIds.Contains(id));

    /// <summary>The numbers of the weaknesses that a rule finds, as <c>CWE-89, CWE-943</c>.</summary>
    public static string Weaknesses(DiagnosticDescriptor descriptor)
    {
        var tags = descriptor.CustomTags.Where(tag => tag.StartsWith("CWE-", StringComparison.Ordinal)).ToList();
        return tags.Count == 0 ? "none" : string.Join(", ", tags);
    }

    private static ImmutableArray<T> Instances<T>(Type anchor) =>
        [.. anchor.Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];
}
