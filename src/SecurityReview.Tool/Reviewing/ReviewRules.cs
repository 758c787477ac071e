using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.Tool.Reviewing;

/// <summary>The analyzers and fixers that take part in a review. Those of the package are found by reflection, so that none can be forgotten.</summary>
internal sealed class ReviewRules
{
    private readonly ImmutableDictionary<string, DiagnosticDescriptor> _descriptors;

    /// <param name="analyzers">All analyzers.</param>
    /// <param name="fixers">All fixers.</param>
    /// <param name="only">The ids of the rules to run; all rules if empty.</param>
    public ReviewRules(IEnumerable<DiagnosticAnalyzer> analyzers, IEnumerable<CodeFixProvider> fixers, ImmutableHashSet<string> only)
    {
        Analyzers = [.. analyzers.Where(analyzer => only.IsEmpty || analyzer.SupportedDiagnostics.Any(rule => only.Contains(rule.Id)))];
        _descriptors = Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Where(rule => only.IsEmpty || only.Contains(rule.Id))
            .GroupBy(rule => rule.Id).ToImmutableDictionary(group => group.Key, group => group.First());
        Fixers = fixers.SelectMany(fixer => fixer.FixableDiagnosticIds.Select(id => (id, fixer))).ToLookup(pair => pair.id, pair => pair.fixer);
    }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    /// <summary>The fixers by the id of the rule that they repair.</summary>
    public ILookup<string, CodeFixProvider> Fixers { get; }

    /// <summary>The rules of the review, ordered by id.</summary>
    public IEnumerable<DiagnosticDescriptor> Descriptors => _descriptors.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rules of the package.</summary>
    /// <param name="only">The ids of the rules to run; all rules if empty.</param>
    public static ReviewRules OfPackage(ImmutableHashSet<string> only) =>
        new(InstancesOf<DiagnosticAnalyzer>(typeof(ReviewAnalyzer).Assembly), InstancesOf<CodeFixProvider>(typeof(ReviewFixProvider).Assembly), only);

    /// <summary>Whether a diagnostic is of a rule of this review.</summary>
    public bool Include(Diagnostic diagnostic) => _descriptors.ContainsKey(diagnostic.Id);

    private static IEnumerable<T> InstancesOf<T>(Assembly assembly) =>
        assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!);
}
