using System.Diagnostics;
using SecurityReview.Analyzers.Sql;

namespace SecurityReview.Analyzers.Tests.Sql;

/// <summary>Whatever the text: tokens lie in order without overlap, nothing but blanks lies between them, and it takes linear time.</summary>
public class SqlTokenizerRobustnessTests
{
    private static readonly string[] s_fragments =
    [
        "'", "''", "\"", "`", "[", "]", "\\", "--", "#", "/*", "*/", "/", "*", "$$", "$", "$a$", "$1", "@", "@@", "@p", ":", "::", ":=", ":p", "?", "?1", "{", "{0}", "}",
        "(", ")", ",", ";", ".", "..", "1", ".5", "1e", "1e+", "0x", "0xF", "N'", "E'", "q'[", "]'", "U&'", "_utf8'", "SELECT", "ü", "\uD83D", "\uDE00", "\0", "\uFFFC", "\n", "\r\n",
        " ", "<@", "@>", "<", ">", "=", "||", "-", "->", "?|", "&", "!", "%", "{}",
    ];

    public static TheoryData<SqlDialect> Dialects => new(Enum.GetValues<SqlDialect>());

    [Theory]
    [MemberData(nameof(Dialects))]
    public void RandomText_IsCoveredByTokens(SqlDialect dialect)
    {
        var random = new Random(4711 + (int)dialect);
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => s_fragments[random.Next(s_fragments.Length)]));
            AssertCovered(TextWithHoles.Parse(text), dialect);
        }
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public void EveryPrefixOfAStatement_IsCoveredByTokens(SqlDialect dialect)
    {
        const string Statement =
            "WITH x AS (SELECT N'a''b', E'\\'', q'[it's]' FROM \"t\" /* c /* d */ e */) DELETE FROM [dbo].[u] WHERE id = @id::uuid AND $1 <> $$ body $$ -- end\n;";
        for (var length = 0; length <= Statement.Length; length++)
            AssertCovered(SqlText.Constant(Statement[..length]), dialect);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("(")]
    [InlineData("/*")]
    [InlineData("$a")]
    [InlineData("$a$")]
    [InlineData("q'[")]
    [InlineData("(a = 1 AND ")]
    [InlineData("a = 1 AND ")]
    [InlineData("{}{} ")]
    public void HugeText_TakesLinearTime(string unit)
    {
        var source = TextWithHoles.Parse("DELETE FROM t WHERE " + string.Concat(Enumerable.Repeat(unit, 100_000)));
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(SqlTokenizer.Tokenize(source, SqlDialect.Unknown));
        SqlDeleteReader.ReadAll(source, SqlDialect.Unknown);
        // Quadratic work on these sizes takes minutes; the limit leaves room for a busy machine.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    private static void AssertCovered(SqlText source, SqlDialect dialect)
    {
        var end = 0;
        foreach (var token in SqlTokenizer.Tokenize(source, dialect))
        {
            Assert.True(token.Start >= end && token.Text.Length > 0, source.Text);
            Assert.True(source.Text[end..token.Start].All(character => char.IsWhiteSpace(character) || character is '\0' or '\uFEFF'), source.Text);
            Assert.Equal(source.Text.Substring(token.Start, token.Text.Length), token.Text);
            Assert.NotNull(token.Value);
            end = token.End;
        }

        Assert.True(source.Text[end..].All(character => char.IsWhiteSpace(character) || character is '\0' or '\uFEFF'), source.Text);
        SqlDeleteReader.ReadAll(source, dialect);
    }
}
