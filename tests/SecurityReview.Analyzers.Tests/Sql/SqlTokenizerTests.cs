using SecurityReview.Analyzers.Sql;
using static SecurityReview.Analyzers.Sql.SqlDialect;
using static SecurityReview.Analyzers.Sql.SqlTokenKind;

namespace SecurityReview.Analyzers.Tests.Sql;

public class SqlTokenizerTests
{
    [Fact]
    public void Statement_IsSplitIntoItsTokens() =>
        AssertTokens("SELECT a.b, \"c d\" FROM t WHERE x >= 1.5e-3 AND y = 'it''s';", Unknown,
            (Word, "SELECT"), (Word, "a"), (Punctuation, "."), (Word, "b"), (Punctuation, ","), (QuotedIdentifier, "\"c d\""), (Word, "FROM"), (Word, "t"),
            (Word, "WHERE"), (Word, "x"), (Operator, ">="), (Number, "1.5e-3"), (Word, "AND"), (Word, "y"), (Operator, "="), (SqlTokenKind.String, "'it''s'"), (Punctuation, ";"));

    [Theory]
    [InlineData("'a''b'", "a'b", Unknown)]
    [InlineData("'a\\'", "a\\", Unknown)]
    [InlineData("N'ü'", "ü", Tsql)]
    [InlineData("'a\\'b'", "a'b", Mysql)]
    [InlineData("\"a'b\"", "a'b", Mysql)]
    [InlineData("'100\\%'", "100\\%", Mysql)]
    [InlineData("_utf8'a'", "a", Mysql)]
    [InlineData("E'a\\'b\\n'", "a'b\n", Postgresql)]
    [InlineData("U&'a'", "a", Postgresql)]
    [InlineData("q'[it's]'", "it's", Oracle)]
    [InlineData("nq'{a}'", "a", Oracle)]
    [InlineData("q'!a!'", "a", Oracle)]
    [InlineData("x'00'", "00", Sqlite)]
    public void String_HasItsValue(string text, string value, SqlDialect dialect)
    {
        var token = Assert.Single(SqlTokenizer.Tokenize(text, dialect));
        Assert.Equal(SqlTokenKind.String, token.Kind);
        Assert.Equal(value, token.Value);
        Assert.True(token.IsClosed);
    }

    [Theory]
    [InlineData("\"a\"\"b\"", "a\"b", Unknown)]
    [InlineData("[a]]b]", "a]b", Tsql)]
    [InlineData("[a b]", "a b", Unknown)]
    [InlineData("`a``b`", "a`b", Mysql)]
    public void QuotedIdentifier_HasItsName(string text, string name, SqlDialect dialect)
    {
        var token = Assert.Single(SqlTokenizer.Tokenize(text, dialect));
        Assert.Equal(QuotedIdentifier, token.Kind);
        Assert.Equal(name, token.Value);
    }

    [Theory]
    [InlineData("@p", Unknown)]
    [InlineData("@_1", Tsql)]
    [InlineData("@1", Unknown)]
    [InlineData(":name", Oracle)]
    [InlineData(":1", Oracle)]
    [InlineData("?", Unknown)]
    [InlineData("?name", Mysql)]
    [InlineData("?12", Sqlite)]
    [InlineData("$1", Postgresql)]
    [InlineData("$name", Sqlite)]
    [InlineData("{0}", Unknown)]
    public void Placeholder_IsOneToken(string text, SqlDialect dialect) => AssertTokens(text, dialect, (Placeholder, text));

    [Fact]
    public void PlaceholderAfterComparison_IsNoContainmentOperator() =>
        AssertTokens("a<@p", Tsql, (Word, "a"), (Operator, "<"), (Placeholder, "@p"));

    [Fact]
    public void PostgresqlOperators_AreNoPlaceholders() =>
        AssertTokens("a::int @> b <@ c ?| d ? 'e' @@ f [1:n]", Postgresql,
            (Word, "a"), (Operator, "::"), (Word, "int"), (Operator, "@>"), (Word, "b"), (Operator, "<@"), (Word, "c"), (Operator, "?|"), (Word, "d"),
            (Operator, "?"), (SqlTokenKind.String, "'e'"), (Operator, "@@"), (Word, "f"), (Punctuation, "["), (Number, "1"), (Operator, ":"), (Word, "n"), (Punctuation, "]"));

    [Fact]
    public void ServerVariable_IsNoPlaceholder() => AssertTokens("@@rowcount", Tsql, (ServerVariable, "@@rowcount"));

    [Fact]
    public void MoneyInTsql_IsANumber() => AssertTokens("$1.5 $action", Tsql, (Number, "$1.5"), (Word, "$action"));

    [Fact]
    public void AssignmentInMysql_IsAnOperator() => AssertTokens("@a := 1", Mysql, (Placeholder, "@a"), (Operator, ":="), (Number, "1"));

    [Fact]
    public void TemporaryTable_IsAWord() => AssertTokens("#t ##g a#b", Tsql, (Word, "#t"), (Word, "##g"), (Word, "a#b"));

    [Fact]
    public void Array_IsNoQuotedIdentifier() =>
        AssertTokens("ARRAY['a'] x[1]", Unknown,
            (Word, "ARRAY"), (Punctuation, "["), (SqlTokenKind.String, "'a'"), (Punctuation, "]"), (Word, "x"), (Punctuation, "["), (Number, "1"), (Punctuation, "]"));

    [Theory]
    [InlineData("-- a ' b", Unknown)]
    [InlineData("--", Unknown)]
    [InlineData("# a", Mysql)]
    [InlineData("/* a ' -- b */", Unknown)]
    [InlineData("/* a /* b */ c */", Postgresql)]
    [InlineData("/* a /* b */ c */", Tsql)]
    public void Comment_IsOneToken(string text, SqlDialect dialect)
    {
        var token = Assert.Single(SqlTokenizer.Tokenize(text, dialect));
        Assert.Equal(Comment, token.Kind);
        Assert.True(token.IsClosed);
    }

    [Fact]
    public void Comment_EndsAtTheFirstMark_WhereCommentsDoNotNest() =>
        AssertTokens("/* a /* b */ c", Sqlite, (Comment, "/* a /* b */"), (Word, "c"));

    [Fact]
    public void TwoMinuses_AreASubtractionInMysql() =>
        AssertTokens("5--3", Mysql, (Number, "5"), (Operator, "-"), (Operator, "-"), (Number, "3"));

    [Fact]
    public void LineComment_EndsWithTheLine() => AssertTokens("a -- b\r\nc", Unknown, (Word, "a"), (Comment, "-- b"), (Word, "c"));

    [Theory]
    [InlineData("$$ it's $$")]
    [InlineData("$f$ $$ $f$")]
    public void DollarQuote_IsOneToken(string text) => AssertTokens(text, Postgresql, (DollarString, text));

    [Theory]
    [InlineData("'open", nameof(SqlTokenKind.String))]
    [InlineData("'", nameof(SqlTokenKind.String))]
    [InlineData("E'\\", nameof(SqlTokenKind.String))]
    [InlineData("q'", nameof(SqlTokenKind.String))]
    [InlineData("q'[a]", nameof(SqlTokenKind.String))]
    [InlineData("\"a", nameof(SqlTokenKind.QuotedIdentifier))]
    [InlineData("/* a", nameof(SqlTokenKind.Comment))]
    [InlineData("/*/", nameof(SqlTokenKind.Comment))]
    [InlineData("$a$ b", nameof(SqlTokenKind.DollarString))]
    public void UnclosedToken_EndsWithTheText(string text, string kind)
    {
        var token = Assert.Single(SqlTokenizer.Tokenize(text, Unknown));
        Assert.Equal(kind, token.Kind.ToString());
        Assert.False(token.IsClosed);
        Assert.NotNull(token.Value);
    }

    [Fact]
    public void Hole_AloneIsATokenAndInsideIsPartOfIt()
    {
        var source = TextWithHoles.Parse("a = {} AND t_{}_x = '%{}%' -- {}");
        var tokens = SqlTokenizer.Tokenize(source, Unknown);
        Assert.Equal([Word, Operator, Hole, Word, Word, Operator, SqlTokenKind.String, Comment], tokens.Select(token => token.Kind));
        Assert.Equal([false, false, true, false, true, false, true, true], tokens.Select(source.HasHole));
    }

    [Theory]
    [InlineData("@{}")]
    [InlineData("1{}")]
    [InlineData("[{}]", Tsql)]
    public void Hole_TouchingAToken_IsPartOfIt(string text, SqlDialect dialect = Unknown) =>
        Assert.Single(SqlTokenizer.Tokenize(TextWithHoles.Parse(text), dialect));

    private static void AssertTokens(string text, SqlDialect dialect, params (SqlTokenKind, string)[] expected) =>
        Assert.Equal(expected, SqlTokenizer.Tokenize(text, dialect).Select(token => (token.Kind, token.Text)));
}
