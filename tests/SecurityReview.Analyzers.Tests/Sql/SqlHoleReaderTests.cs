using SecurityReview.Analyzers.Sql;

namespace SecurityReview.Analyzers.Tests.Sql;

/// <summary>One line per place that a hole can stand at.</summary>
public class SqlHoleReaderTests
{
    [Theory]
    [InlineData("SELECT * FROM t WHERE a = {}", "Value:ComparedWithColumn:a")]
    [InlineData("SELECT * FROM t WHERE t.a >= {} AND 1=1", "Value:ComparedWithColumn:t.a")]
    [InlineData("SELECT * FROM t WHERE lower(a) = {}", "Value:Compared")]
    [InlineData("SELECT * FROM t WHERE a + b = {}", "Value:Compared")]
    [InlineData("SELECT * FROM t WHERE a BETWEEN {} AND {}", "Value:ComparedWithColumn:a Value:Compared")]
    [InlineData("SELECT * FROM t WHERE a LIKE {}", "Value:Pattern")]
    [InlineData("SELECT * FROM t WHERE a IN ({}, {})", "Value:InElement Value:InElement")]
    [InlineData("SELECT * FROM t LIMIT {} OFFSET {}", "Value:Limit Value:Limit")]
    [InlineData("SELECT TOP ({}) * FROM t", "Value:Limit")]
    [InlineData("SELECT * FROM t ORDER BY a OFFSET {} ROWS FETCH NEXT {} ROWS ONLY", "Value:Limit Value:Limit")]
    [InlineData("INSERT INTO t (a, b) VALUES ({}, {}), (1, {})", "Value:Stored Value:Stored Value:Stored")]
    [InlineData("UPDATE t SET a = {}, b = b + {} WHERE c = {}", "Value:Stored:a Value:Operand Value:ComparedWithColumn:c")]
    [InlineData("SELECT abs({}) FROM t", "Value:Argument")]
    [InlineData("SELECT CASE WHEN a = 1 THEN {} ELSE {} END FROM t", "Value:Operand Value:Operand")]
    [InlineData("EXEC p @a = {}", "Value:Compared")]
    [InlineData("CALL p({})", "Value:Argument")]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x WHERE a = {}", "Value:ComparedWithColumn:a")]
    public void Value_IsFound(string text, string expected) => AssertHoles(text, expected);

    [Theory]
    [InlineData("SELECT * FROM t WHERE a = '{}'", "InsideString:ComparedWithColumn:a")]
    [InlineData("SELECT * FROM t WHERE a = N'{}'", "InsideString:ComparedWithColumn:a")]
    [InlineData("SELECT * FROM t WHERE a LIKE '%{}%' ESCAPE '!'", "InsideString:Pattern")]
    [InlineData("SELECT * FROM t WHERE a = '{} {}'", "InsideString:ComparedWithColumn:a InsideString:ComparedWithColumn:a")]
    [InlineData("SELECT * FROM t WHERE '{}' = a", "InsideString:Compared")]
    [InlineData("SELECT '{}' AS x FROM t", "InsideString:Operand")]
    [InlineData("INSERT INTO t VALUES ('{}', date('{}'))", "InsideString:Stored InsideString:Argument")]
    [InlineData("SELECT * FROM t WHERE a IN ('x', '{}')", "InsideString:InElement")]
    [InlineData("SELECT * FROM t WHERE a = '{}' AND b = '{}'; DELETE FROM t WHERE c = '{}'", "InsideString:ComparedWithColumn:a InsideString:ComparedWithColumn:b InsideString:ComparedWithColumn:c")]
    [InlineData("EXEC dbo.Find '{}', '{}'", "InsideString:Argument InsideString:Argument")]
    [InlineData("SELECT * FROM t WHERE a = '{}'::uuid", "InsideString:ComparedWithColumn:a")]
    [InlineData("SELECT * FROM t WHERE json_extract(d, '$.{}') = 1", "InsideString:Argument")]
    public void HoleInQuotes_IsFound(string text, string expected) => AssertHoles(text, expected);

    [Theory]
    [InlineData("SELECT * FROM {}", "Identifier")]
    [InlineData("SELECT * FROM a JOIN {} ON 1=1", "Identifier")]
    [InlineData("SELECT {} FROM t", "Identifier")]
    [InlineData("SELECT a, {} FROM t", "Identifier")]
    [InlineData("SELECT * FROM t WHERE {} = 1", "Identifier")]
    [InlineData("SELECT * FROM t WHERE a = 1 AND {} LIKE 'x'", "Identifier")]
    [InlineData("SELECT * FROM dbo.{}", "Identifier")]
    [InlineData("SELECT * FROM {}.t", "Identifier")]
    [InlineData("SELECT * FROM t ORDER BY {}", "Identifier")]
    [InlineData("SELECT * FROM t ORDER BY a, {}", "Identifier")]
    [InlineData("SELECT * FROM t GROUP BY {}", "Identifier")]
    [InlineData("INSERT INTO {} VALUES (1)", "Identifier")]
    [InlineData("INSERT INTO t ({}) VALUES (1)", "Identifier")]
    [InlineData("UPDATE {} SET a = 1", "Identifier")]
    [InlineData("UPDATE t SET {} = 1", "Identifier")]
    [InlineData("DELETE FROM {} WHERE a = 1", "Identifier")]
    [InlineData("EXEC {}", "Identifier")]
    [InlineData("SELECT * FROM log_{}", "PartOfIdentifier")]
    [InlineData("SELECT * FROM {}{}", "PartOfIdentifier PartOfIdentifier")]
    [InlineData("SELECT * FROM \"{}\"", "QuotedIdentifier")]
    [InlineData("SELECT * FROM t WHERE a = \"{}\"", "QuotedIdentifier")]
    [InlineData("SELECT * FROM t ORDER BY a {}", "Keyword")]
    [InlineData("SELECT TOP {} a FROM t", "Keyword")]
    [InlineData("SELECT * FROM t WHERE a IS {}", "Keyword")]
    [InlineData("SELECT * FROM t WHERE a IN ({})", "InList:None")]
    [InlineData("SELECT * FROM t WHERE a IN ('{}')", "InList:None")]
    [InlineData("SELECT * FROM t WHERE {}", "Fragment")]
    [InlineData("SELECT * FROM t WHERE a = 1 {}", "Fragment")]
    [InlineData("SELECT * FROM t {}", "Fragment")]
    [InlineData("{}", "WholeStatement")]
    [InlineData("SELECT 1 -- {}", "Comment")]
    [InlineData("SELECT 1 /* {} */", "Comment")]
    [InlineData("SELECT $$ {} $$", "DollarString")]
    public void OtherPlaces_AreNoValues(string text, string expected) => AssertHoles(text, expected);

    [Theory]
    [InlineData("SELECT * FROM t WHERE a = DATE '{}'")]
    [InlineData("SELECT a AS '{}' FROM t")]
    [InlineData("SELECT * FROM t ORDER BY '{}'")]
    [InlineData("SELECT * FROM t WHERE a = x'{}'")]
    [InlineData("SELECT * FROM t WHERE a = '{}")]
    [InlineData("SELECT * FROM t WHERE a = 1{}")]
    [InlineData("SELECT * FROM t WHERE a = @{}")]
    [InlineData("SELECT * FROM t WHERE a = {} {}")]
    [InlineData("EXEC('SELECT * FROM t WHERE a = {}')")]
    [InlineData("EXEC sp_executesql N'SELECT * FROM t WHERE a = {}'")]
    [InlineData("SELECT * FROM OPENQUERY(s, 'SELECT {}')")]
    [InlineData("CREATE TABLE t (a INT DEFAULT {})")]
    [InlineData("ALTER ROLE r PASSWORD '{}'")]
    [InlineData("PRAGMA key = '{}'")]
    [InlineData("SET x = '{}'")]
    [InlineData("WHERE a = '{}'")]
    [InlineData("SELECT * FROM t WHERE d @> '{}'")]
    [InlineData("SELECT now() - INTERVAL '{} days'")]
    [InlineData("SELECT CAST(a AS varchar({})) FROM t")]
    public void DoubtfulPlaces_AreNoValues(string text)
    {
        foreach (var hole in SqlHoleReader.Read(TextWithHoles.Parse(text), SqlDialect.Unknown))
            Assert.False(hole.IsValue, $"{text}: {hole.Position}");
    }

    [Fact]
    public void DoubleQuotes_AreAStringInMysql() =>
        Assert.Equal(SqlHolePosition.InsideString, Assert.Single(SqlHoleReader.Read(TextWithHoles.Parse("SELECT * FROM t WHERE a = \"{}\""), SqlDialect.Mysql)).Position);

    [Fact]
    public void Fragment_IsReadLikeTheStatementItContinues() =>
        Assert.Equal(SqlHolePosition.InsideString, Assert.Single(SqlHoleReader.Read(TextWithHoles.Parse(" AND a = '{}'"), SqlDialect.Unknown, SqlVerb.Select)).Position);

    private static void AssertHoles(string text, string expected)
    {
        var source = TextWithHoles.Parse(text);
        var holes = SqlHoleReader.Read(source, SqlDialect.Unknown);
        Assert.Equal(Enumerable.Range(0, source.Holes.Length), holes.Select(hole => hole.Index));
        Assert.Equal(expected, string.Join(" ", holes.Select(hole => hole.Context == SqlValueContext.None && hole.Position != SqlHolePosition.InList
            ? hole.Position.ToString()
            : $"{hole.Position}:{hole.Context}{(hole.Column is null ? "" : $":{hole.Column}")}")));
    }
}
