using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>Files with very many TODOs: the time grows with the file and not with its square.</summary>
public class TodoScaleTests
{
    /// <summary>Quadratic reading of any of these takes most of a minute.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, int> Files => new()
    {
        { "lines", Repeat(50_000, i => $"// TODO: number {i}\n"), 50_000 },
        { "identical lines", Repeat(50_000, _ => "// TODO: check\n"), 1 },
        { "blocks on one line", Repeat(50_000, _ => "/* TODO */"), 1 },
        { "one block", $"/*\n{Repeat(50_000, i => $"TODO: number {i}\n")}*/", 50_000 },
        { "tags on one line", $"// {Repeat(100_000, _ => "TODO ")}", 1 },
        { "XML ends", $"/// {Repeat(50_000, _ => "> TODO ")}\nclass C;", 0 },
        { "XML tags", $"/// {Repeat(50_000, _ => "<br/>")} TODO: check\nclass C;", 1 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task HugeFile_IsReadInTime(string shape, string source, int expected)
    {
        var clock = Stopwatch.StartNew();
        var findings = await FindingsAsync(CSharpSyntaxTree.ParseText(source, path: "Huge.cs"));
        Assert.Equal(expected, findings.Length);
        Assert.True(clock.Elapsed < s_limit, $"{shape}: {clock.Elapsed}");
    }

    [Fact]
    public async Task ThousandTodos_AreRepairedInTime()
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Test", LanguageNames.CSharp).AddDocument("Huge.cs", SourceText.From(Repeat(1_000, i => $"// TODO: number {i}\n")));
        var findings = await FindingsAsync((await document.GetSyntaxTreeAsync())!);
        var clock = Stopwatch.StartNew();
        var repaired = await DocumentRepair.ApplyAllAsync(new UntrackedTodoFixer(), document, findings, key: null, CancellationToken.None);
        Assert.Equal(Repeat(1_000, i => $"// TODO(owner): number {i}\n"), (await repaired.GetTextAsync()).ToString());
        Assert.True(clock.Elapsed < s_limit, $"took {clock.Elapsed}");
    }

    private static Task<ImmutableArray<Diagnostic>> FindingsAsync(SyntaxTree tree) =>
        CSharpCompilation.Create("Huge", [tree], TestReferences.Of(TestReferences.Net10))
            .WithAnalyzers([new UntrackedTodoAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();

    private static string Repeat(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));
}
