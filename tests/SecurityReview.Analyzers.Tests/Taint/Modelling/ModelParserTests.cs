using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

public class ModelParserTests
{
    [Fact]
    public void Sink_IsRead()
    {
        var row = Assert.Single(Parse("sql  sink  M:Dapper.SqlMapper.Query*  sql").Rows);
        Assert.Equal(ModelRole.Sink, row.Role);
        Assert.Equal("Dapper.SqlMapper", row.Symbol.Type);
        Assert.True(row.Symbol.IsPrefix);
        Assert.True(row.Symbol.MatchesName("QueryAsync"));
        Assert.False(row.Symbol.MatchesName("Execute"));
        Assert.Equal("sql", Assert.Single(row.Places));
    }

    [Fact]
    public void Constructor_AndItsDescription_AreRead()
    {
        var row = Assert.Single(Parse("remote source M:N.T.#ctor(System.String) return # the wire").Rows);
        Assert.Equal("#ctor", row.Symbol.Member);
        Assert.Equal("M:N.T.#ctor(System.String)", row.Symbol.FullId);
        Assert.Equal("the wire", row.Description);
    }

    [Fact]
    public void Flows_AreRead()
    {
        var row = Assert.Single(Parse("text passes M:N.T.Add item -> this[], this[] -> return").Rows);
        Assert.Equal("item -> this[]; this[] -> return", string.Join("; ", row.Flows.Select(flow => $"{flow.From} -> {flow.To}")));
    }

    [Theory]
    [InlineData("sql sink M:N.T.M", "four columns")]
    [InlineData("sql drain M:N.T.M sql", "'drain' is no role")]
    [InlineData("sql sink N.T.M sql", "no documentation comment id")]
    [InlineData("sql sink M: sql", "no documentation comment id")]
    [InlineData("text passes M:N.T.M item", "no way")]
    [InlineData("text passes M:N.T.M -> x", "no way")]
    public void MalformedLine_IsAProblem_AndTheRestCounts(string line, string problem)
    {
        var file = Parse($"# comment\n\n{line}\nsql sink M:N.T.M sql\n");
        Assert.Contains(problem, Assert.Single(file.Problems).Message, StringComparison.Ordinal);
        Assert.Single(file.Rows);
    }

    private static ModelFile Parse(string text) => ModelParser.Parse(SourceText.From(text));
}
