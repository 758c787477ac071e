using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Which rows say nothing about a compilation, and why.</summary>
public class RowResolutionTests
{
    private const string Code = """
        namespace Own
        {
            public class Store
            {
                public Store(string text) { }
                public void Run(string text) { }
                public void Run(string text, int limit) { }
                public T Map<T>(T item) => item;
                public string Text { get; set; } = "";
                public string this[string key] => "";
                public class Inner { public void Go() { } }
            }
            public interface IHandler<T> { void Handle(T message); }
            public class Handler : IHandler<int> { void IHandler<int>.Handle(int message) { } }
            public class FromTokenAttribute : System.Attribute { }
            public static class Settings { public static string Filter = ""; }
        }
        """;

    [Theory]
    [InlineData("sql sink M:Own.Store.Run text")]
    [InlineData("sql sink M:Own.Store.Run limit")]
    [InlineData("sql sink M:Own.Store.R* text")]
    [InlineData("sql sink M:Own.Store.* item")]
    [InlineData("sql sink M:Own.Store.Run(System.String,System.Int32) text")]
    [InlineData("sql sink M:Own.Store.#ctor text")]
    [InlineData("sql sink M:Own.Store.Map``1 item")]
    [InlineData("sql sink M:Own.Store.Map``1(``0) item")]
    [InlineData("sql sink P:Own.Store.Text value")]
    [InlineData("text passes P:Own.Store.Item this[key] -> return")]
    [InlineData("text passes M:Own.Store.Inner.Go this -> return")]
    [InlineData("remote source M:Own.IHandler`1.Handle message")]
    [InlineData("remote source M:Own.Handler.Own#IHandler{System#Int32}#Handle message")]
    [InlineData("remote source A:Own.FromTokenAttribute parameter")]
    [InlineData("remote entry T:Own.FromTokenAttribute others")]
    [InlineData("remote source F:Own.Settings.Filter return")]
    [InlineData("remote source M:System.Console.ReadLine return")]
    public void RowAboutSomethingThatExists_HasNoGap(string line) => Assert.Equal(RowGap.None, GapOf(line));

    [Theory]
    [InlineData("sql sink M:Own.Stroe.Run text", RowGap.Type)]
    [InlineData("remote source A:Own.FromToken parameter", RowGap.Type)]
    [InlineData("remote entry T:Own.Nothing arg*", RowGap.Type)]
    [InlineData("sql sink M:Own.IHandler.Handle message", RowGap.Type)]
    [InlineData("sql sink M:Own.Store.Ran text", RowGap.Member)]
    [InlineData("sql sink M:Own.Store.Run(System.Int32) text", RowGap.Member)]
    [InlineData("sql sink M:Own.Store.Map``2 item", RowGap.Member)]
    [InlineData("sql sink P:Own.Store.Run value", RowGap.Member)]
    [InlineData("sql sink M:Own.Store.Q* text", RowGap.Member)]
    [InlineData("sql sink M:Own.Store.Run txt", RowGap.Parameter)]
    [InlineData("sql sink M:Own.Store.Run(System.String) limit", RowGap.Parameter)]
    [InlineData("text passes M:Own.Store.Run text -> return, txt[] -> return", RowGap.Parameter)]
    [InlineData("text passes M:Own.Store.Run this[key] -> return", RowGap.Parameter)]
    internal void RowAboutSomethingElse_HasAGap(string line, RowGap gap) => Assert.Equal(gap, GapOf(line));

    private static RowGap GapOf(string line)
    {
        var file = ModelParser.Parse(SourceText.From(line));
        Assert.Empty(file.Problems);
        return RowResolution.GapOf(Assert.Single(file.Rows), Compilations.Create(Code, Setting.Default with { FrameworkOnly = true }));
    }
}
