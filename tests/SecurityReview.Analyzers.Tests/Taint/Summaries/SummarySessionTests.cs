using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Summaries;
using static SecurityReview.Analyzers.Tests.Taint.Summaries.SmallPrograms;

namespace SecurityReview.Analyzers.Tests.Taint.Summaries;

/// <summary>How functions are solved, each while its caller waits; and that only one session at a time solves many.</summary>
public class SummarySessionTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Far more calls within each other than are solved so.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    public void ChainOfCalls_IsFollowedToItsEnd(int calls) => Assert.Equal(["a"], OriginsOf(SummaryOf(Chain(calls)).Return));

    [Fact]
    public void ChainOfCalls_KnowsWhatItsFirstCallerKnows() =>
        Assert.Empty(OriginsOf(SummaryOf($"{Chain(40, "G")} string H(string a, bool gives) => gives ? G(a) : \"\"; string F(string a) => H(a, false);").Return));

    /// <summary>What the stack would be short for within other functions is solved on the whole of it.</summary>
    [Theory]
    [InlineData(40, 5)]
    [InlineData(40, 40)]
    [InlineData(5, 120)]
    [InlineData(40, 120)]
    public void SmallStack_ChangesNothing(int functions, int depth)
    {
        var kept = (Open: string.Concat(Enumerable.Repeat("Keep(", depth)), Close: new string(')', depth));
        var methods = string.Concat(Enumerable.Range(1, functions).Select(n => $"string M{n}(string a) => {kept.Open}{(n < functions ? $"M{n + 1}(a)" : "a")}{kept.Close}; "));
        Summary? summary = null;
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => { summary = SummaryOf($"string Keep(string a) => a; {methods} string F(string a) => M1(a);"); }), maxStackSize: 1024 * 1024);
        thread.Start();
        Assert.True(thread.Join(s_patience));
        Assert.Null(failure);
        Assert.Null(summary!.Spent);
        Assert.Equal(["a"], OriginsOf(summary.Return));
    }

    [Fact]
    public void FewFunctions_WaitForNobody()
    {
        var (compilation, table) = (CompilationOf(Chain(60)), new SummaryTable());
        table.BeginTurn(CancellationToken.None);
        Solve(SessionOf(compilation, table, CancellationToken.None), compilation);
        Assert.NotNull(FoundIn(table, compilation));
    }

    [Fact]
    public async Task ManyFunctions_WaitForTheirTurn()
    {
        var (compilation, table) = (CompilationOf(Chain(300)), new SummaryTable());
        table.BeginTurn(CancellationToken.None);
        var solving = Task.Run(() => Solve(SessionOf(compilation, table, CancellationToken.None), compilation));
        Assert.NotSame(solving, await Task.WhenAny(solving, Task.Delay(TimeSpan.FromMilliseconds(500))));
        Assert.Null(FoundIn(table, compilation));
        table.EndTurn();
        await solving.WaitAsync(s_patience);
        Assert.Equal(["a"], OriginsOf(FoundIn(table, compilation)!.Return));
        AssertFree(table);
    }

    /// <summary>What others have finished while a session waited is taken from them.</summary>
    [Fact]
    public async Task ManyFunctions_AreSolvedTheSameByAll()
    {
        var compilation = CompilationOf(Chain(300));
        var table = new SummaryTable();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Solve(SessionOf(compilation, table, CancellationToken.None), compilation)))).WaitAsync(s_patience);
        // The chain, F among it, each once.
        Assert.Equal(300, table.Count);
        Assert.Equal(["a"], OriginsOf(FoundIn(table, compilation)!.Return));
        AssertFree(table);
    }

    [Fact]
    public async Task WaitingForATurn_IsCancelled()
    {
        var (compilation, table) = (CompilationOf(Chain(300)), new SummaryTable());
        using var source = new CancellationTokenSource();
        table.BeginTurn(CancellationToken.None);
        var solving = Task.Run(() => Solve(SessionOf(compilation, table, source.Token), compilation));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => solving.WaitAsync(s_patience));
        table.EndTurn();
        AssertFree(table);
    }

    private static void AssertFree(SummaryTable table)
    {
        using var source = new CancellationTokenSource(s_patience);
        table.BeginTurn(source.Token);
    }

    /// <summary>Methods that each hand on what they get to the next; the first has the name.</summary>
    private static string Chain(int methods, string first = "F") =>
        string.Concat(Enumerable.Range(0, methods).Select(n => $"string {NameOf(n, first)}(string a) => {(n + 1 < methods ? $"{NameOf(n + 1, first)}(a)" : "a")}; "));

    private static string NameOf(int method, string first) => method == 0 ? first : $"M{method}";
}
