using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.ExceptionHandling;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>Which analyzers run. New instances for every run: what they keep must not survive it.</summary>
internal static class AnalyzerSets
{
    private static readonly ImmutableArray<Type> s_all =
        [.. typeof(RuleIds).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All() => Instances(s_all);

    /// <summary>The rules that ask the taint engine.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Engine() => [new SqlInjectionAnalyzer(), new ExceptionDetailAnalyzer()];

    public static ImmutableArray<DiagnosticAnalyzer> Floor() => [new EmptyOperationAnalyzer()];

    /// <summary>One analyzer by the name of its type.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Named(string name) =>
        Instances(s_all.Where(type => type.Name == name)) is { IsEmpty: false } found
            ? found
            : throw new ArgumentException($"No analyzer is named '{name}'; there are {string.Join(", ", s_all.Select(type => type.Name))}.");

    private static ImmutableArray<DiagnosticAnalyzer> Instances(IEnumerable<Type> types) => [.. types.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
}
