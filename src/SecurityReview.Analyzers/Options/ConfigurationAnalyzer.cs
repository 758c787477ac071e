using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Todo;
using SecurityReview.Analyzers.Todo.Expiry;

namespace SecurityReview.Analyzers.Options;

/// <summary>
/// A setting that nobody understands has no effect, silently. Reports every distinct pair of option and value that is not accepted,
/// and every key under the package's prefix is checked against the list of options. The compiler does not tell where an option
/// stands, so the finding has no location.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.InvalidConfiguration);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var seen = new HashSet<AnalyzerConfigOptions>();
        var problems = new SortedSet<string>(StringComparer.Ordinal);
        Check(provider.GlobalOptions, problems);
        CheckToday(provider.GlobalOptions, problems);
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var options = provider.GetOptions(tree);
            if (seen.Add(options))
                Check(options, problems);
        }

        foreach (var problem in problems)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidConfiguration, Location.None, problem));
    }

    /// <summary>A day that nobody can read would leave all dates unjudged.</summary>
    private static void CheckToday(AnalyzerConfigOptions options, SortedSet<string> problems)
    {
        if (options.TryGetValue(ExpiryFacts.TodayProperty, out var text) && !string.IsNullOrWhiteSpace(text) && IsoDate.Parse(text) is null)
            problems.Add($"'{text}' is no value of the build property 'SecurityReviewToday'; accepted: {ReviewOptions.TodoToday.Accepted}");
    }

    private static void Check(AnalyzerConfigOptions options, SortedSet<string> problems)
    {
        foreach (var option in ReviewOptions.All)
        {
            if (options.TryGetValue(option.Key, out var text) && !option.Accepts(text))
                problems.Add($"'{text}' is no value of the option '{option.Key}'; accepted: {option.Accepted}");
        }

        foreach (var key in options.Keys)
        {
            if (key.StartsWith(ReviewOption.Prefix, StringComparison.OrdinalIgnoreCase) &&
                !ReviewOptions.All.Any(option => option.Key.Equals(key, StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add($"The option '{key}' is unknown; see the pages of the rules for the options that exist");
            }
        }
    }
}
