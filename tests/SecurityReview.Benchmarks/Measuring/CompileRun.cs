using System.Collections.Immutable;
using System.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>One compile of sources from their text to the discarded assembly, with a set of analyzers.</summary>
/// <param name="sources">The sources.</param>
internal sealed class CompileRun(Workload sources)
{
    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest, DocumentationMode.Parse);
    private static readonly CSharpCompilationOptions s_options =
        new(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: true, deterministic: true);

    /// <summary>What the analyzers reported in the last run.</summary>
    public ImmutableArray<Diagnostic> Findings { get; private set; } = [];

    /// <summary>A compilation of freshly parsed trees: nothing bound before is found again.</summary>
    public CSharpCompilation Parse() => CSharpCompilation.Create(
        "Measured", sources.Files.AsParallel().AsOrdered().Select(file => CSharpSyntaxTree.ParseText(file.Text, s_parse, file.Path)), References.All, s_options);

    /// <summary>Seconds of CPU, user and system, of all threads of the process. Parsing is part of it.</summary>
    public double Measure(Func<ImmutableArray<DiagnosticAnalyzer>> analyzers)
    {
        Findings = [];
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        Findings = CompilerDriver.Compile(Parse(), analyzers(), sources.MustCompile);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
