using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Options;

/// <summary>All options of the package, and how a rule reads them. One partial file per family.</summary>
public static partial class ReviewOptions
{
    /// <summary>Review test projects too.</summary>
    public static ReviewOption<bool> IncludeTestProjects { get; } = OptionOf.Bool(
        "include_test_projects", false, "Review test projects too; they are silent by default.");

    /// <summary>Review pages and components.</summary>
    public static ReviewOption<bool> ReviewPages { get; } = OptionOf.Bool(
        "review_pages", true, "Review what is written in pages and components (.cshtml, .razor), although it is compiled as part of generated files.");

    private static readonly Lazy<ImmutableArray<ReviewOption>> s_all = new(static () =>
        typeof(ReviewOptions).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => typeof(ReviewOption).IsAssignableFrom(property.PropertyType))
            .Select(property => (ReviewOption)property.GetValue(null))
            .OrderBy(option => option.Key, StringComparer.Ordinal)
            .ToImmutableArray());

    /// <summary>Every option that a family declares, ordered by key.</summary>
    public static ImmutableArray<ReviewOption> All => s_all.Value;

    /// <summary>The value of an option for the file of a syntax tree.</summary>
    public static T Get<T>(this AnalyzerOptions options, ReviewOption<T> option, SyntaxTree tree) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).Get(option);

    /// <summary>The value of an option in one set of configuration.</summary>
    public static T Get<T>(this AnalyzerConfigOptions options, ReviewOption<T> option) =>
        option.ValueOf(options.TryGetValue(option.Key, out var text) ? text : null);
}
