using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class NestedDynamicSqlFixerTests
{
    private const string Parameters = "SqlConnection server, string name";

    private static Task RepairsAsync(string body, string repaired) =>
        VerifyFix<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.RepairsAsync(Method(body, Parameters), Method(repaired, Parameters));

    private static Task RepairsSqlAsync(string sql, string repaired) =>
        RepairsAsync($"return server.Execute([|\"{sql}\"|], new {{ name }}); // by name", $"return server.Execute(\"{repaired}\", new {{ name }}); // by name");

    private static Task OffersNothingAsync(string sql, string parameters = Parameters) =>
        VerifyFix<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.OffersNothingAsync(Method($"return server.Execute([|\"{sql}\"|], new {{ name }});", parameters));

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-exec", Verdict.Reports)]
    [InlineData(
        "EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')",
        "EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name")]
    [InlineData(
        "EXECUTE (N'SELECT * FROM Users WHERE Name = N''' + @name + N''' ORDER BY Id'); SELECT 1",
        "EXECUTE sp_executesql N'SELECT * FROM Users WHERE Name = @name ORDER BY Id', N'@name nvarchar(max)', @name; SELECT 1")]
    [InlineData(
        "EXEC('SELECT * FROM Users WHERE Name LIKE ''%' + @name + '%''')",
        "EXEC sp_executesql N'SELECT * FROM Users WHERE Name LIKE ''%'' + @name + ''%''', N'@name nvarchar(max)', @name")]
    [InlineData(
        "INSERT INTO #found EXEC ( 'SELECT Id FROM Users WHERE Name = ''' + @name + ''' AND Mail <> ''' + @mail + ''' OR Other = ''' + @name + '''' )",
        "INSERT INTO #found EXEC sp_executesql N'SELECT Id FROM Users WHERE Name = @name AND Mail <> @mail OR Other = @name', N'@name nvarchar(max), @mail nvarchar(max)', @name, @mail")]
    [InlineData(
        "CREATE PROCEDURE Wipe @name varchar(50) AS EXEC('DELETE FROM Users WHERE Name = ''' + @name + ''' AND Kind = ''it''''s''')",
        "CREATE PROCEDURE Wipe @name varchar(50) AS EXEC sp_executesql N'DELETE FROM Users WHERE Name = @name AND Kind = ''it''''s''', N'@name varchar(max)', @name")]
    public Task ExecOfJoinedText_PassesParameters(string sql, string repaired) => RepairsSqlAsync(sql, repaired);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-exec", Verdict.IsSilent)]
    [InlineData("EXEC('SELECT * FROM ' + @name + ' WHERE Id = 1')")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Id = ' + @name)")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Id = ' + @name + ' AND X = 1')")]
    [InlineData("EXEC('SELECT * FROM [' + @name + ']')")]
    [InlineData("EXEC('INSERT INTO Users (Name) VALUES (''' + @name + ''')')")]
    [InlineData("EXEC('UPDATE Users SET Name = ''' + @name + '''')")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name IN (''' + @name + ''')')")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + ''' AND Table = ' + @other)")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + UPPER(@name) + '''')")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''') AT Other")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''') AS USER = 'x'")]
    [InlineData("EXEC /* why */ ('SELECT * FROM Users WHERE Name = ''' + @name + '''')")]
    [InlineData("EXEC('DECLARE @name int; SELECT * FROM Users WHERE Name = ''' + @name + '''')")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''' + ' ORDER BY Id')")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + @name + '''')")]
    [InlineData("EXEC('ALTER LOGIN x WITH PASSWORD = ''' + @name + '''')")]
    [InlineData("EXEC('EXEC(''SELECT * FROM Users WHERE Name = '''''' + @name + '''''''')')")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + ''''); EXEC('DROP TABLE ' + @name)")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + /* why */ @name + '''')")]
    public Task UncertainExec_IsLeftAlone(string sql) => OffersNothingAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-variable", Verdict.Reports)]
    [InlineData(
        "DECLARE @sql nvarchar(max); SET @sql = N'SELECT * FROM Users WHERE Name = ''' + @name + N''''; EXEC(@sql)",
        "DECLARE @sql nvarchar(max); SET @sql = N'SELECT * FROM Users WHERE Name = @name'; EXEC sp_executesql @sql, N'@name nvarchar(max)', @name")]
    [InlineData(
        "DECLARE @sql nvarchar(4000) = 'SELECT * FROM Users WHERE Name LIKE ''' + @name + '%'''; EXEC sp_executesql @sql;",
        "DECLARE @sql nvarchar(4000) = N'SELECT * FROM Users WHERE Name LIKE @name + ''%'''; EXEC sp_executesql @sql, N'@name nvarchar(max)', @name;")]
    [InlineData(
        "DECLARE @sql AS nvarchar(max) SELECT @sql = N'DELETE FROM Users WHERE Name = ''' + @name + '''' EXECUTE (@sql) RETURN",
        "DECLARE @sql AS nvarchar(max) SELECT @sql = N'DELETE FROM Users WHERE Name = @name' EXECUTE sp_executesql @sql, N'@name nvarchar(max)', @name RETURN")]
    public Task VariableOfJoinedText_IsRunWithParameters(string sql, string repaired) => RepairsSqlAsync(sql, repaired);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-variable", Verdict.IsSilent)]
    [InlineData("DECLARE @sql varchar(max); SET @sql = 'SELECT * FROM Users WHERE Name = ''' + @name + ''''; EXEC(@sql)")]
    [InlineData("DECLARE @sql nvarchar(max) = 'SELECT * FROM Users'; SET @sql += ' WHERE Name = ''' + @name + ''''; EXEC(@sql)")]
    [InlineData("DECLARE @sql nvarchar(max) = 'SELECT * FROM Users WHERE Name = ''' + @name + ''''; PRINT @sql; EXEC(@sql)")]
    [InlineData("DECLARE @sql nvarchar(max) = 'SELECT * FROM Users WHERE Name = ''' + @name + ''''; EXEC(@sql); EXEC(@sql)")]
    [InlineData("DECLARE @n nvarchar(9) = @name, @sql nvarchar(max); SET @sql = 'SELECT * FROM Users WHERE Name = ''' + @n + ''''; EXEC(@sql)")]
    [InlineData("DECLARE @sql nvarchar(max) = 'SELECT * FROM Users WHERE Id = @id AND Name = ''' + @name + ''''; EXEC sp_executesql @sql, N'@id int', 1")]
    [InlineData("DECLARE @sql nvarchar(max) = 'SELECT * FROM Users WHERE Name = ''' + @name + ''''; EXEC sp_executesql @stmt = @sql")]
    [InlineData("DECLARE @sql nvarchar(max) = 'SELECT * FROM Users WHERE Name = ''' + @name + ''''; EXEC(@sql + ' ORDER BY Id')")]
    public Task UncertainVariable_IsLeftAlone(string sql) => OffersNothingAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-dialect", Verdict.IsSilent)]
    [InlineData("BEGIN EXECUTE IMMEDIATE 'SELECT * FROM users WHERE name = ''' || :name || ''''; END;", Parameters)]
    [InlineData("CREATE FUNCTION f(n text) RETURNS void AS $f$ BEGIN EXECUTE 'DELETE FROM users WHERE name = ''' || n || ''''; END $f$ LANGUAGE plpgsql", "NpgsqlConnection server, string name")]
    [InlineData("EXECUTE ('SELECT * FROM users WHERE name = ''' || @name || '''')", "NpgsqlConnection server, string name")]
    [InlineData("SET @sql = CONCAT('SELECT * FROM users WHERE name = ''', @name, ''''); PREPARE s FROM @sql; EXECUTE s;", "MySqlConnection server, string name")]
    public Task OtherDialects_AreLeftAlone(string sql, string parameters) => OffersNothingAsync(sql, parameters);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-using", Verdict.Reports)]
    [InlineData(
        "BEGIN RETURN QUERY EXECUTE 'SELECT * FROM users WHERE name LIKE ''%' || n || '%'' ORDER BY id'; END",
        "BEGIN RETURN QUERY EXECUTE 'SELECT * FROM users WHERE name LIKE ''%'' || $1 || ''%'' ORDER BY id' USING n; END")]
    [InlineData(
        "DECLARE c int; BEGIN EXECUTE 'SELECT count(*) FROM users WHERE name ILIKE ''' || n || ''' OR mail LIKE ''' || m || '%''' INTO c; END",
        "DECLARE c int; BEGIN EXECUTE 'SELECT count(*) FROM users WHERE name ILIKE $1 OR mail LIKE $2 || ''%''' INTO c USING n, m; END")]
    [InlineData(
        "DECLARE r record; BEGIN FOR r IN EXECUTE 'SELECT * FROM users WHERE name LIKE ''' || n || '''' LOOP PERFORM r.id; END LOOP; END",
        "DECLARE r record; BEGIN FOR r IN EXECUTE 'SELECT * FROM users WHERE name LIKE $1' USING n LOOP PERFORM r.id; END LOOP; END")]
    public Task PatternOfAFunction_IsPassedByUsing(string body, string repaired) => VerifyFix<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.RepairsAsync(
        Method($"return server.Execute([|\"{Function(body)}\"|]);", "NpgsqlConnection server"), Method($"return server.Execute(\"{Function(repaired)}\");", "NpgsqlConnection server"));

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-using", Verdict.IsSilent)]
    [InlineData("BEGIN EXECUTE 'DELETE FROM users WHERE born = ''' || n || ''''; END")]
    [InlineData("BEGIN EXECUTE 'DELETE FROM users WHERE name LIKE ''' || n || ''' AND id = $1' USING 1; END")]
    [InlineData("BEGIN EXECUTE 'DELETE FROM users WHERE name LIKE ''' || n || '''' USING 1; END")]
    [InlineData("BEGIN EXECUTE 'DELETE FROM ' || n || ' WHERE name LIKE ''' || m || ''''; END")]
    [InlineData("DECLARE q text; BEGIN q := 'DELETE FROM users WHERE name LIKE ''' || n || ''''; EXECUTE q; END")]
    [InlineData("BEGIN EXECUTE 'DELETE FROM users WHERE name LIKE ''' || /* why */ n || ''''; END")]
    public Task OtherTextOfAFunction_IsLeftAlone(string body) => OffersNothingAsync(Function(body), "NpgsqlConnection server, string name");

    private static string Function(string body) => $"CREATE FUNCTION f(n text, m varchar(50)) RETURNS SETOF users AS $f$ {body} $f$ LANGUAGE plpgsql";

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "fix-dialect", Verdict.Reports)]
    public Task UnknownLibrary_IsReadAsTSql() => VerifyFix<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.RepairsAsync(
        Method("""return other.Execute([|"EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')"|], new { name });""", "IDbConnection other, string name"),
        Method("""return other.Execute("EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name", new { name });""", "IDbConnection other, string name"));

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-text", Verdict.Reports)]
    [InlineData(
        """"
        return server.Execute([|"""
            -- find
            EXEC('SELECT "Id" FROM Users WHERE Name = '''
                + @name
                + ''' ORDER BY Id')
            """|], new { name });
        """",
        """"
        return server.Execute("""
            -- find
            EXEC sp_executesql N'SELECT "Id" FROM Users WHERE Name = @name ORDER BY Id', N'@name nvarchar(max)', @name
            """, new { name });
        """")]
    [InlineData(
        """
        return server.Execute([|@"EXEC('SELECT ""Id"" FROM Users WHERE Name = ''' + @name + '''')"|], new { name });
        """,
        """
        return server.Execute(@"EXEC sp_executesql N'SELECT ""Id"" FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name", new { name });
        """)]
    [InlineData(
        """
        return server.Execute([|"EXEC('SELECT \"Id\" FROM Users " + // all
            "WHERE Name = ''' + @name + '''')"|], new { name });
        """,
        """
        return server.Execute("EXEC sp_executesql N'SELECT \"Id\" FROM Users " + // all
            "WHERE Name = @name', N'@name nvarchar(max)', @name", new { name });
        """)]
    [InlineData(
        """
        const string Sql = "EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')";
        return server.Execute([|Sql|], new { name });
        """,
        """
        const string Sql = "EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name";
        return server.Execute(Sql, new { name });
        """)]
    [InlineData(
        """
        var sql = "EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')";
        return server.Execute([|sql|], new { name });
        """,
        """
        var sql = "EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name";
        return server.Execute(sql, new { name });
        """)]
    public Task TextWrittenInAnyWay_IsRepaired(string body, string repaired) => RepairsAsync(body, repaired);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "fix-text", Verdict.IsSilent)]
    [InlineData("""return server.Execute([|$"EXEC('SELECT * FROM Users WHERE Id = {name.Length} AND Name = ''' + @name + '''')"|], new { name });""")]
    [InlineData("""var sql = "EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''"; sql += "')"; return server.Execute([|sql|], new { name });""")]
    [InlineData("""return server.Execute([|"EXEC('SELECT * FROM Users WHERE Name = " + Quotes.Three + " + @name + '''')"|], new { name }); } private static class Quotes { public const string Three = "'''";""")]
    public Task TextOfSeveralPlaces_IsLeftAlone(string body) =>
        VerifyFix<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.OffersNothingAsync(Method(body, Parameters));

    [Fact]
    public Task ConstantOfTwoUses_IsRepairedOnce() => VerifyFix<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.RepairsAsync(
        Class("""
            private const string Sql = "EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')";
            public object? Run(SqlConnection server, string name) => server.Execute([|Sql|], new { name });
            public object? Find(SqlConnection server, string name) => server.Query([|Sql|], new { name });
            """),
        Class("""
            private const string Sql = "EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name";
            public object? Run(SqlConnection server, string name) => server.Execute(Sql, new { name });
            public object? Find(SqlConnection server, string name) => server.Query(Sql, new { name });
            """));

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe() => NullKeyFixAll<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.RepairsAsync(
        Method("""server.Execute("EXEC('DROP TABLE ' + @name)"); return server.Execute("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')", new { name });""", Parameters),
        Method("""server.Execute("EXEC('DROP TABLE ' + @name)"); return server.Execute("EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name", new { name });""", Parameters));

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() => VerifyFix<NestedDynamicSqlAnalyzer, NestedDynamicSqlFixer>.RepairsAsync(
        Method("return server.Execute([|@\"-- find\nEXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')\"|],\n    new { name });", Parameters).ReplaceLineEndings("\r\n"),
        Method("return server.Execute(@\"-- find\nEXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(max)', @name\",\n    new { name });", Parameters).ReplaceLineEndings("\r\n"));

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() => HalfTypedCode.PlansAsync<NestedDynamicSqlFixer>(
        Method("""server.Execute("EXEC('a' + "); server.Execute("DECLARE @s nvarchar(max) = 'a' + @b; EXEC(@s"); server.Execute(Missing); server.Execute("EXEC('SELECT ''' + @a + '""", Parameters),
        RuleIds.NestedDynamicSql,
        new Setting { Broken = true });
}
