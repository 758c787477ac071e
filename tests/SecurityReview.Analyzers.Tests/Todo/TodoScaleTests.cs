using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;
using SecurityReview.Analyzers.Todo.Controls;
using SecurityReview.Analyzers.Todo.Suppressions;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>Files with very many TODOs: the time grows with the file and not with its square.</summary>
[Collection(AloneCollection.Name)]
public class TodoScaleTests
{
    /// <summary>Quadratic reading of any of these takes most of a minute.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_family =
        [new UntrackedTodoAnalyzer(), new SecurityTodoAnalyzer(), new ExpiredTodoAnalyzer(), new DisabledControlAnalyzer(), new SuppressionAnalyzer()];

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

    public static TheoryData<string, string> Comments => new()
    {
        { "prose", Repeat(20_000, i => $"// The quota {i} is looked up.\n// If nothing is left, see (above).\n/* return x; */\n/// <summary>Text.</summary>\n// 1. first;\n") },
        { "tracked", Repeat(50_000, i => $"// TODO(ann, #1): number {i}\n\n") },
        { "guards", Repeat(10_000, i => $"// if (x{i}.OwnerId != userId) return Forbid();\n\n// prose\n") },
        { "attributes", Repeat(10_000, i => $"// [Unknown{i}]\n\n// prose\n") },
        { "blocks", Repeat(10_000, i => $"/* [Unknown{i}] */ /* if (a) return; */\n") },
        { "open blocks", $"class C {{ string s = \"{Repeat(5_000, _ => "/* ")}\"; }}" },
        { "pragmas", Repeat(2_000, _ => "#pragma warning disable CA2100 // reason\n") + "#pragma warning restore\n" },
    };

    [Theory]
    [MemberData(nameof(Comments))]
    public async Task HugeFileOfComments_IsJudgedInTime(string shape, string source)
    {
        var clock = Stopwatch.StartNew();
        Assert.Empty(await FamilyFindingsAsync(CSharpSyntaxTree.ParseText(source, path: "Huge.cs"), s_family));
        Assert.True(clock.Elapsed < s_limit, $"{shape}: {clock.Elapsed}");
    }

    /// <summary>
    /// All rules of the family cost at most 1.3 times what walking through the comments costs; without optimizations they may take thrice as long. The best
    /// of several runs counts, since others use the machine too.
    /// </summary>
    [Fact]
    public async Task FileOfComments_CostsLittleMoreThanWalkingThroughIt()
    {
        var source = Repeat(50_000, i => "// The quota of a project is looked up by its key before it is changed.\n    // return quota.Left - used;\n");
        var (walk, family) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 12; round++)
        {
            // An analyzer that has nothing to look at in this file, and the walk.
            walk = Min(walk, await TimeAsync(source, [new SuppressionAnalyzer()]) + Walk(source));
            family = Min(family, await TimeAsync(source, s_family));
        }

        var limit = IsOptimized ? 1.3 : 3.9;
        Assert.True(family < walk * limit, $"{family.TotalMilliseconds} ms against {walk.TotalMilliseconds} ms");
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

    private static bool IsOptimized => !typeof(RuleIds).Assembly.GetCustomAttributes<DebuggableAttribute>().Any(attribute => attribute.IsJITOptimizerDisabled);

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Walk(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetRoot();
        var clock = Stopwatch.StartNew();
        Assert.Equal(100_000, root.DescendantTrivia().Count(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)));
        return clock.Elapsed;
    }

    private static async Task<TimeSpan> TimeAsync(string source, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var tree = CSharpSyntaxTree.ParseText(source, path: "Huge.cs");
        await tree.GetRootAsync();
        var clock = Stopwatch.StartNew();
        await FamilyFindingsAsync(tree, analyzers);
        return clock.Elapsed;
    }

    private static Task<ImmutableArray<Diagnostic>> FamilyFindingsAsync(SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        CSharpCompilation.Create("Huge", [tree], TestReferences.Of(TestReferences.Net10)).WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();

    private static Task<ImmutableArray<Diagnostic>> FindingsAsync(SyntaxTree tree) =>
        CSharpCompilation.Create("Huge", [tree], TestReferences.Of(TestReferences.Net10))
            .WithAnalyzers([new UntrackedTodoAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();

    private static string Repeat(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));
}
