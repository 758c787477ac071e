using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Benchmarks.Sources;

namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>What all analyzers said about one target, and where they threw.</summary>
internal sealed record SweepResult(IReadOnlyList<Diagnostic> Findings, IReadOnlyList<string> Exceptions)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    public static async Task<SweepResult> OfAsync(SourceSet target, SweepReferences references, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var trees = target.FilesAndUsings.Select(file => CSharpSyntaxTree.ParseText(file.Text, s_parse, file.Path));
        var compilation = CSharpCompilation.Create(
            "Sweep", trees, references.Items, new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var exceptions = new SortedSet<string>(StringComparer.Ordinal);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new SweepOptions()), (exception, analyzer, diagnostic) => Record(exception, analyzer), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        return new SweepResult(findings, [.. exceptions]);

        void Record(Exception exception, DiagnosticAnalyzer analyzer)
        {
            var where = exception.StackTrace?.Split('\n').Take(4).Select(line => line.Trim());
            lock (exceptions)
                exceptions.Add($"{analyzer.GetType().Name}: {exception.GetType().Name}: {exception.Message} {string.Join(" ", where ?? [])}");
        }
    }
}
