using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.ExceptionHandling;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.Taint.Robustness.HostileCode;

namespace SecurityReview.Analyzers.Tests.Taint.Robustness;

/// <summary>An editor cancels with every keystroke and asks again; a build asks from all threads at once. The answer is always the whole one.</summary>
public class InterruptedAnalysisTests
{
    private const int Flows = 60;
    private const int Analyses = 20;
    private const int MoreFiles = 12;

    /// <summary>The drivers of one compilation ask the same analyzers, as the threads of a compiler do.</summary>
    private static readonly DiagnosticAnalyzer[] s_analyzers = [new SqlInjectionAnalyzer(), new ExceptionDetailAnalyzer()];

    private static readonly string s_source = Controller(
        "Run(name);",
        "void Run(string sql) => connection.Query(sql);\nstring _field = \"\";\n" + Repeat(Flows, i => $$"""
            public void Action{{i}}(string text, int number) {
            var sql = "SELECT {{i}}";
            for (var i = 0; i < number; i++) { if (i % 2 == 0) sql += text; else sql = Pass{{i}}(sql + number); }
            {{Repeat(50, j => $"var v{j} = {(j == 0 ? "sql" : $"v{j - 1}")} + \"{j}\";\n")}}
            _field = v49;
            connection.Query(v49);
            Run(sql);
            }
            string Pass{{i}}(string s) => s.Length > 3 ? s : Pass{{(i + 1) % Flows}}(s + _field);

            """));

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(200)]
    [InlineData(400)]
    public async Task CancelledAnalysis_StopsAndTheNextIsWhole(int milliseconds)
    {
        var expected = await AnswerAsync(Compilation());
        Assert.NotEmpty(expected);
        var compilation = Compilation();
        using var cancellation = new CancellationTokenSource();
        var analysis = AnswerAsync(compilation, cancellation.Token);
        await Task.Delay(milliseconds);
        var watch = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        try
        {
            // On a fast machine the analysis may have been faster than the cancellation.
            Assert.Equal(expected, await analysis);
        }
        catch (OperationCanceledException)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"took {watch.Elapsed} to stop");
        }

        Assert.Equal(expected, await AnswerAsync(compilation));
    }

    /// <summary>
    /// Twenty drivers over one compilation, each with one thread of its own: then a driver gives the findings of a file in the order in which it walks the file, and they are
    /// compared exactly as they come. Which file comes first it does not define (it keeps them in a hash table), so only the files are put in order. All drivers meet in the
    /// same summaries, solved bodies and answers.
    /// </summary>
    [Fact]
    public async Task TwentyAnalysesOfOneCompilationAtOnce_AreIdentical()
    {
        var compilation = Compilation(MoreFiles);
        var answers = await Task.WhenAll(Enumerable.Range(0, Analyses).Select(_ => Task.Run(() => AnswerAsync(compilation, isConcurrent: false))));
        Assert.Equal((Flows * 2) + 1 + (MoreFiles * 2), answers[0].Length);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    /// <summary>
    /// The same with drivers that use all threads. They give what a thread found when it found it, so there is no order to compare, not even within a file; a compiler sorts by
    /// file and place before it writes, and so does this. Nothing else of a finding is left out.
    /// </summary>
    [Fact]
    public async Task TwentyConcurrentAnalysesOfOneCompilationAtOnce_AreIdentical()
    {
        var compilation = Compilation(MoreFiles);
        var answers = await Task.WhenAll(Enumerable.Range(0, Analyses).Select(_ => Task.Run(() => AnswerAsync(compilation))));
        Assert.Equal((Flows * 2) + 1 + (MoreFiles * 2), answers[0].Length);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    /// <summary>Of different compilations of the same text, one driver may come to a file before the other does.</summary>
    [Fact]
    public async Task TwentyCompilationsAtOnce_AreIdentical()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Analyses).Select(_ => Task.Run(() => AnswerAsync(Compilation()))));
        Assert.NotEmpty(answers[0]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    /// <summary>Also of the rules on exceptions, and of what is said where the engine gives up: which of the two hundred callers were looked at is told the same way.</summary>
    [Fact]
    public async Task TwentyCompilationsOfSeveralRulesAtOnce_AreIdentical()
    {
        var callers = Repeat(210, i => $"internal void Found{i}(string text) => store.Find(text + {i});\n");
        var answering = Repeat(20, i => $$"""
            public object Answer{{i}}() { try { return Ok(); } catch (Exception error) { return Told{{i}}(error, {{i}}); } }
            private object Told{{i}}(Exception error, int depth) => depth == 0 ? BadRequest(error.ToString()) : Told{{(i + 1) % 20}}(error, depth - 1);

            """);
        var source = Controller(
            "connection.Query(name);", "private readonly Store store = null!;\n" + callers + answering,
            "public class Store(System.Data.IDbConnection connection) { public void Find(string column) => connection.Query(\"SELECT \" + column); }");
        var answers = await Task.WhenAll(Enumerable.Range(0, Analyses).Select(_ => Task.Run(() => AnswerAsync(Compilations.Create(source, Setting.Default)))));
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.All(["SECR1001", "SECR2001", "SECR9002"], id => Assert.Contains(answers[0], finding => finding.Contains(id, StringComparison.Ordinal)));
    }

    /// <summary>The main source and some more files, with a sink that each of them reaches from each other.</summary>
    private static CSharpCompilation Compilation(int moreFiles = 0) => Compilations.Create(s_source, Setting.Default with
    {
        MoreSources =
        [
            .. Enumerable.Range(0, moreFiles).Select(i => ($"/0/Other{i}.cs", $$"""
                using Dapper;
                public class Other{{i}}Controller(System.Data.IDbConnection connection) : Microsoft.AspNetCore.Mvc.ControllerBase
                {
                    public void Find(string text) => new Other{{(i + 1) % moreFiles}}Controller(connection).Step(text + {{i}}, 3);
                    public void Search(string text) => connection.Query(text);
                    internal void Step(string text, int depth)
                    {
                        if (depth > 0)
                            new Other{{(i + 1) % moreFiles}}Controller(connection).Step(text + depth, depth - 1);
                        connection.Query("SELECT " + text);
                    }
                }
                """)),
        ],
    });

    /// <summary>All that the findings say: files in order, the findings of a file in the order of the driver, or of the places where that has none.</summary>
    private static async Task<string[]> AnswerAsync(CSharpCompilation compilation, CancellationToken cancellation = default, bool isConcurrent = true)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, isConcurrent, logAnalyzerExecutionTime: false);
        var findings = await compilation.WithAnalyzers([.. s_analyzers], options).GetAnalyzerDiagnosticsAsync(cancellation);
        // The sort keeps the order within a file.
        var byFile = findings.OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal);
        var ordered = isConcurrent ? byFile.ThenBy(finding => finding.Location.SourceSpan.Start).ThenBy(finding => finding.GetMessage(), StringComparer.Ordinal) : byFile;
        return [.. ordered.Select(All)];
    }

    private static string All(Diagnostic finding) =>
        $"{finding} {finding.Location.SourceSpan} by {string.Join(" ", finding.AdditionalLocations.Select(location => $"{location.SourceTree!.FilePath}{location.SourceSpan}"))} " +
        string.Join(" ", finding.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
