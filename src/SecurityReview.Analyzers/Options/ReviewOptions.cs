using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Options;

/// <summary>All options of the package, and how a rule reads them. One partial file per family.</summary>
public static partial class ReviewOptions
{
    /// <summary>Review test projects too.</summary>
    public static ReviewOption<bool> IncludeTestProjects { get; } = OptionOf.Bool(
        "include_test_projects", false, "Review test projects too; they are silent by default.");

    /// <summary>Every option, ordered by key. Computed: initialisers of partial files run in no defined order.</summary>
    public static ImmutableArray<ReviewOption> All => ImmutableArray.Create<ReviewOption>(
        IncludeTestProjects,
        ThreatModels);

    /// <summary>The value of an option for the file of a syntax tree.</summary>
    public static T Get<T>(this AnalyzerOptions options, ReviewOption<T> option, SyntaxTree tree) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).Get(option);

    /// <summary>The value of an option in one set of configuration.</summary>
    public static T Get<T>(this AnalyzerConfigOptions options, ReviewOption<T> option) =>
        option.ValueOf(options.TryGetValue(option.Key, out var text) ? text : null);
}
