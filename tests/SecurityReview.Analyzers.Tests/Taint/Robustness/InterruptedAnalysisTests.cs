using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.Taint.Robustness.HostileCode;

namespace SecurityReview.Analyzers.Tests.Taint.Robustness;

/// <summary>An editor cancels with every keystroke and asks again; a build asks from all threads at once. The answer is always the whole one.</summary>
public class InterruptedAnalysisTests
{
    private const int Flows = 60;

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

    [Fact]
    public async Task TwentyAnalysesOfOneCompilationAtOnce_AreIdentical()
    {
        var compilation = Compilation();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AnswerAsync(compilation))));
        Assert.NotEmpty(answers[0]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task TwentyCompilationsAtOnce_AreIdentical()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => AnswerAsync(Compilation()))));
        Assert.NotEmpty(answers[0]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    private static CSharpCompilation Compilation() => Compilations.Create(s_source, Setting.Default);

    /// <summary>All that a finding says. The driver's own order depends on its threads; a build sorts by place, and so does this.</summary>
    private static async Task<string[]> AnswerAsync(CSharpCompilation compilation, CancellationToken cancellation = default)
    {
        var findings = await compilation.WithAnalyzers([new SqlInjectionAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation);
        return
        [
            .. findings.OrderBy(finding => finding.Location.SourceSpan.Start).ThenBy(finding => finding.GetMessage(), StringComparer.Ordinal)
                .Select(finding => $"{finding} at {finding.Location.SourceSpan} by {string.Join(" ", finding.AdditionalLocations.Select(location => location.SourceSpan))}"),
        ];
    }
}
