using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Sweeping;

/// <summary>What all analyzers said about one target, and where they threw.</summary>
internal sealed record SweepResult(IReadOnlyList<Diagnostic> Findings, IReadOnlyList<string> Exceptions)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>The usings that the SDK adds to a project; without them most names of our own sources mean nothing.</summary>
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static async Task<SweepResult> OfAsync(SweepTarget target, SweepReferences references, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var trees = target.Files.Append(("Usings.g.cs", Usings)).Select(file => CSharpSyntaxTree.ParseText(file.Item2, s_parse, file.Item1));
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
