using SecurityReview.Analyzers.Sql;

namespace SecurityReview.Analyzers.Tests.Sql;

public class SqlDeleteReaderTests
{
    [Theory]
    [InlineData("DELETE FROM users WHERE id = @id", "users", "id=@id")]
    [InlineData("delete from dbo.[Users] where Id=@id and @tenant = u.TenantId;", "dbo.Users", "Id=@id u.TenantId=@tenant")]
    [InlineData("DELETE users WHERE (id = 5)", "users", "id=5")]
    [InlineData("DELETE FROM users WHERE ((a = 1) AND (b = 'x' AND c = ?)) RETURNING id", "users", "a=1 b='x' c=?")]
    [InlineData("DELETE FROM ONLY users WHERE id = $1::uuid", "users", "id=$1")]
    [InlineData("DELETE TOP (1) FROM users WHERE id = {}", "users", "id=\uFFFC")]
    [InlineData("DELETE FROM users WHERE id = '{}'", "users", "id='\uFFFC'")]
    [InlineData("WITH old AS (SELECT 1 WHERE 2 = x) DELETE FROM users WHERE id = :id", "users", "id=:id")]
    [InlineData("DELETE u FROM users u WHERE id = @id", "users", "id=@id")]
    [InlineData("DELETE FROM t OUTPUT deleted.id WHERE id = @id OPTION (RECOMPILE)", "t", "id=@id")]
    public void SingleRowDelete_HasItsEqualities(string text, string table, string equalities)
    {
        var delete = Assert.Single(SqlDeleteReader.ReadAll(TextWithHoles.Parse(text), SqlDialect.Unknown));
        Assert.Equal(table, delete.Table!.ToString());
        Assert.True(delete.HasWhere);
        Assert.False(delete.HasJoin || delete.HasUsing || delete.HasOtherConditions);
        Assert.Equal(equalities, string.Join(" ", delete.Equalities.Select(equality => $"{equality.Column}={equality.Operand.Text}")));
    }

    [Theory]
    [InlineData("DELETE FROM t WHERE a = 1 OR b = 2", "")]
    [InlineData("DELETE FROM t WHERE a = 1 AND (b = 2 OR c = 3)", "a")]
    [InlineData("DELETE FROM t WHERE a BETWEEN 1 AND 2 AND b = 3", "b")]
    [InlineData("DELETE FROM t WHERE a IN (1, 2) AND b = 3", "b")]
    [InlineData("DELETE FROM t WHERE a = b", "")]
    [InlineData("DELETE FROM t WHERE a = @a + 1", "")]
    [InlineData("DELETE FROM t WHERE a < @a", "")]
    [InlineData("DELETE FROM t WHERE CASE WHEN x = 1 AND y = 2 THEN 1 END = 1 AND b = 3", "b")]
    [InlineData("DELETE FROM t WHERE EXISTS (SELECT 1 FROM u WHERE b = @b)", "")]
    [InlineData("DELETE FROM t WHERE {}", "")]
    public void OtherConditions_AreTold(string text, string columns)
    {
        var delete = Assert.Single(SqlDeleteReader.ReadAll(TextWithHoles.Parse(text), SqlDialect.Unknown));
        Assert.True(delete.HasOtherConditions);
        Assert.Equal(columns, string.Join(" ", delete.Equalities.Select(equality => equality.Column)));
    }

    [Theory]
    [InlineData("DELETE FROM t", false, false)]
    [InlineData("DELETE FROM t USING u WHERE t.a = u.a", false, true)]
    [InlineData("DELETE t FROM t JOIN u ON t.a = u.a", true, false)]
    [InlineData("DELETE t FROM t, u WHERE t.a = u.a", true, false)]
    public void JoinAndUsing_AreTold(string text, bool join, bool @using)
    {
        var delete = Assert.Single(SqlDeleteReader.ReadAll(text));
        Assert.Equal((join, @using), (delete.HasJoin, delete.HasUsing));
        Assert.Equal("t", delete.Table!.Last);
        Assert.Equal(text.Contains("WHERE"), delete.HasWhere);
    }

    [Fact]
    public void HoleAsTable_HasNoName()
    {
        var delete = Assert.Single(SqlDeleteReader.ReadAll(TextWithHoles.Parse("DELETE FROM {} WHERE id = 1"), SqlDialect.Unknown));
        Assert.Null(delete.Table);
        Assert.NotNull(delete.EqualityOn("ID"));
    }

    [Theory]
    [InlineData("SELECT 'DELETE FROM t'")]
    [InlineData("-- DELETE FROM t")]
    [InlineData("CREATE TABLE a (b INT REFERENCES c ON DELETE CASCADE)")]
    [InlineData("")]
    public void OtherText_HasNoDelete(string text) => Assert.Empty(SqlDeleteReader.ReadAll(text));

    [Fact]
    public void SeveralStatements_AreReadOneByOne()
    {
        Assert.Equal(["a", "b"], SqlDeleteReader.ReadAll("DELETE FROM a WHERE x = ';'; SELECT 1; DELETE FROM b").Select(delete => delete.Table!.Last));
        Assert.Equal([SqlVerb.Select, SqlVerb.Update, SqlVerb.Other], SqlStatementReader.Read("(SELECT 1); update t set a = 1;; ???").Select(statement => statement.Verb));
    }
}
