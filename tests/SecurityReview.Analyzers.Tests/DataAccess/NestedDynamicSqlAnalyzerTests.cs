using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class NestedDynamicSqlAnalyzerTests
{
    private const string Server = "SqlConnection server, string name";
    private const string Postgres = "NpgsqlConnection postgres, string name";
    private const string MySql = "MySqlConnection mysql, string name";

    private static Task ReportsAsync(string sql, string connection = "server", string parameters = Server) =>
        Verify<NestedDynamicSqlAnalyzer>.ReportsAsync(Method($"return {connection}.Execute([|\"\"\"\n{sql}\n\"\"\"|], new {{ name }});", parameters));

    private static Task IsSilentAsync(string sql, string connection = "server", string parameters = Server) =>
        Verify<NestedDynamicSqlAnalyzer>.IsSilentAsync(Method($"return {connection}.Execute(\"\"\"\n{sql}\n\"\"\", new {{ name }});", parameters));

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "exec", Verdict.Reports)]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')")]
    [InlineData("EXECUTE ('SELECT * FROM ' + @name)")]
    [InlineData("exec(@first + @name);")]
    [InlineData("INSERT INTO #found EXEC (N'SELECT Id FROM [' + @name + N']')")]
    [InlineData("DECLARE @where nvarchar(max) = N' WHERE Name = ''' + @name + ''''; EXEC('SELECT * FROM Users' + @where)")]
    [InlineData("IF @name IS NOT NULL BEGIN EXEC('DROP TABLE ' + UPPER(LTRIM(@name))) END")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ''' + REPLACE(@name, '''', '''''') + '''')")]
    [InlineData("EXEC('SELECT * FROM ' + CASE WHEN @name = 'x' THEN 'Users' ELSE @name END)")]
    [InlineData("CREATE PROCEDURE Find @name nvarchar(50) AS EXEC('SELECT * FROM Users WHERE Name = ''' + @name + '''')")]
    [InlineData("EXEC('CREATE PROCEDURE Find @name nvarchar(50) AS EXEC(''SELECT * FROM '' + @name)')")]
    public Task JoinedTextInExec_Reports(string sql) => ReportsAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "exec", Verdict.IsSilent)]
    [InlineData("EXEC('SELECT * FROM Users' + ' WHERE Id = 1')")]
    [InlineData("EXEC Find @name")]
    [InlineData("EXEC dbo.Find @name = @name, @order = 'x' ")]
    [InlineData("DECLARE @result int; EXEC @result = Find @name; SELECT @result + @name")]
    [InlineData("EXECUTE Find 'a', @name")]
    [InlineData("EXEC(@name)")]
    [InlineData("DECLARE @table sysname; SELECT @table = t.name FROM sys.tables t; EXEC('ALTER TABLE [X] DROP CONSTRAINT [' + @table + ']')")]
    [InlineData("DECLARE c CURSOR FOR SELECT name FROM sys.tables; DECLARE @t sysname; FETCH NEXT FROM c INTO @t; EXEC('TRUNCATE TABLE ' + @t)")]
    [InlineData("DECLARE @id int = 7; EXEC('SELECT * FROM Users WHERE Id = ' + @id)")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Id = ' + CAST(@name AS varchar(10)))")]
    [InlineData("CREATE PROCEDURE Find @id int, @name nvarchar(50) AS EXEC('SELECT * FROM Users WHERE Id = ' + @id)")]
    [InlineData("EXEC('SELECT * FROM Users WHERE Name = ?', @name) AT Other")]
    [InlineData("EXEC('SELECT ' + CASE WHEN @name = 'x' THEN 'Id' ELSE 'Name' END + ' FROM Users')")]
    [InlineData("IF @name NOT IN ('Id', 'Name') RETURN; EXEC('SELECT * FROM Users ORDER BY ' + @name)")]
    [InlineData("EXEC('SELECT ' + @@SERVERNAME)")]
    [InlineData("DECLARE @next nvarchar(50); UPDATE TOP (1) Jobs SET @next = Name; EXEC('DROP TABLE ' + @next)")]
    [InlineData("EXEC('SELECT ' + CASE @name WHEN 'x' THEN CASE WHEN 1 = 1 THEN 'Id' ELSE 'Name' END ELSE 'Mail' END)")]
    public Task ExecWithoutOpenText_IsSilent(string sql) => IsSilentAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "variable", Verdict.Reports)]
    [InlineData("DECLARE @sql nvarchar(max); SET @sql = 'SELECT * FROM Users WHERE Name = ''' + @name + ''''; EXEC(@sql)")]
    [InlineData("DECLARE @sql nvarchar(max) = N'SELECT * FROM ' + @name EXEC(@sql)")]
    [InlineData("DECLARE @sql nvarchar(max) SELECT @sql = 'SELECT * FROM Users WHERE Name LIKE ''%' + @name + '%''' EXEC (@sql)")]
    [InlineData("DECLARE @sql varchar(100) = 'SELECT * FROM Users WHERE 1 = 1'; IF @name <> '' SET @sql += ' AND Name = ''' + @name + ''''; EXECUTE (@sql);")]
    [InlineData("DECLARE @sql varchar(100) = 'SELECT * FROM $t'; SET @sql = REPLACE(@sql, '$t', @name); EXEC(@sql)")]
    [InlineData("DECLARE @sql varchar(100) = CONCAT('SELECT * FROM ', @name); EXEC(@sql)")]
    [InlineData("DECLARE @copy nvarchar(50) = @name, @sql nvarchar(max); SET @sql = 'SELECT ' + @copy + ' FROM Users'; EXEC(@sql)")]
    [InlineData("CREATE OR ALTER PROC [dbo].[Find] (@name varchar(50) = 'x', @top int) AS BEGIN SET NOCOUNT ON DECLARE @sql varchar(max) SET @sql = 'SELECT * FROM ' + @name EXEC (@sql) END")]
    public Task JoinedTextInAVariable_Reports(string sql) => ReportsAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "variable", Verdict.IsSilent)]
    [InlineData("DECLARE @sql nvarchar(max); SET @sql = 'SELECT * FROM Users' + ' ORDER BY Name'; EXEC(@sql)")]
    [InlineData("DECLARE @sql nvarchar(max) = 'SELECT ' + @name; PRINT @sql; EXEC Find @name")]
    [InlineData("DECLARE @sql nvarchar(max) = ''; SELECT @sql = @sql + 'DROP TABLE ' + name + ';' FROM sys.tables; EXEC(@sql)")]
    [InlineData("SET @name = QUOTENAME(@name); DECLARE @sql nvarchar(max) = 'SELECT * FROM ' + @name; EXEC(@sql)")]
    [InlineData("DECLARE @greeting nvarchar(max) = 'Hello ' + @name; DECLARE @sql nvarchar(max) = 'SELECT 1'; EXEC(@sql)")]
    public Task VariableWithoutOpenText_IsSilent(string sql) => IsSilentAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "procedure", Verdict.Reports)]
    [InlineData("DECLARE @sql nvarchar(max) = N'SELECT * FROM Users WHERE Name = ''' + @name + N''''; EXEC sp_executesql @sql")]
    [InlineData("DECLARE @sql nvarchar(max) = N'SELECT * FROM ' + @name + ' WHERE Id = @id'; EXEC sys.sp_executesql @stmt = @sql, @params = N'@id int', @id = 1")]
    [InlineData("EXECUTE sp_executesql N'SELECT * FROM Users WHERE Name = ''' + @name + ''''")]
    [InlineData("sp_executesql N'SELECT * FROM ' + @name")]
    public Task JoinedTextInTheProcedure_Reports(string sql) => ReportsAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "procedure", Verdict.IsSilent)]
    [InlineData("EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(50)', @name")]
    [InlineData("EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @p', N'@p nvarchar(50)', @p = @name")]
    [InlineData("DECLARE @sql nvarchar(max) = N'SELECT * FROM Users WHERE 1 = 1'; IF @name <> '' SET @sql += N' AND Name LIKE ''%'' + @name + ''%'''; EXEC sp_executesql @sql, N'@name nvarchar(50)', @name")]
    [InlineData("EXEC sp_executesql @name")]
    public Task ProcedureWithParameters_IsSilent(string sql) => IsSilentAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "immediate", Verdict.Reports)]
    [InlineData("BEGIN EXECUTE IMMEDIATE 'DROP TABLE ' || :name; END;")]
    [InlineData("CREATE OR REPLACE PROCEDURE find(p_name IN VARCHAR2, p_id IN NUMBER) IS v_sql VARCHAR2(200); BEGIN v_sql := 'SELECT * FROM users WHERE name = ''' || p_name || ''''; EXECUTE IMMEDIATE v_sql; END;")]
    [InlineData("BEGIN EXECUTE IMMEDIATE 'SELECT * FROM users WHERE name = ''' || p_name || ''''; END;")]
    public Task JoinedTextInImmediate_Reports(string sql) => ReportsAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "immediate", Verdict.IsSilent)]
    [InlineData("BEGIN EXECUTE IMMEDIATE 'SELECT * FROM users WHERE name = :1' USING :name; END;")]
    [InlineData("CREATE OR REPLACE PROCEDURE find(p_id IN NUMBER) IS BEGIN EXECUTE IMMEDIATE 'DELETE FROM users WHERE id = ' || p_id; END;")]
    [InlineData("BEGIN FOR t IN (SELECT table_name FROM user_tables) LOOP EXECUTE IMMEDIATE 'DROP TABLE ' || t.table_name; END LOOP; END;")]
    [InlineData("BEGIN EXECUTE IMMEDIATE 'DROP TABLE ' || DBMS_ASSERT.SIMPLE_SQL_NAME(:name); END;")]
    [InlineData("BEGIN EXECUTE IMMEDIATE 'ALTER SESSION SET CURRENT_SCHEMA = ' || USER; END;")]
    public Task ImmediateWithoutOpenText_IsSilent(string sql) => IsSilentAsync(sql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "plpgsql", Verdict.Reports)]
    [InlineData("CREATE FUNCTION find(p_name text) RETURNS SETOF users AS $f$ BEGIN RETURN QUERY EXECUTE 'SELECT * FROM users WHERE name = ''' || p_name || ''''; END $f$ LANGUAGE plpgsql")]
    [InlineData("CREATE OR REPLACE FUNCTION wipe(t varchar) RETURNS void AS $body$ BEGIN EXECUTE format('DELETE FROM %s', t); END $body$ LANGUAGE plpgsql")]
    [InlineData("CREATE FUNCTION wipe(t text) RETURNS void LANGUAGE plpgsql AS $f$ DECLARE q text; BEGIN q := 'DELETE FROM ' || t; EXECUTE q; END $f$")]
    [InlineData("CREATE FUNCTION wipe(t text) RETURNS void AS $f$ BEGIN EXECUTE format('DELETE FROM ' || t || ' WHERE name = %L', 'x'); END $f$ LANGUAGE plpgsql")]
    [InlineData("CREATE FUNCTION wipe(text) RETURNS void AS $f$ BEGIN EXECUTE 'DELETE FROM ' || $1; END $f$ LANGUAGE plpgsql")]
    [InlineData("CREATE FUNCTION wipe(t text) RETURNS void AS $f$ DECLARE q text := concat('DELETE FROM ', t); BEGIN EXECUTE q; END $f$ LANGUAGE plpgsql")]
    public Task JoinedTextInAFunction_Reports(string sql) => ReportsAsync(sql, "postgres", Postgres);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "plpgsql", Verdict.IsSilent)]
    [InlineData("DO $f$ DECLARE r record; BEGIN FOR r IN SELECT tablename FROM pg_tables LOOP EXECUTE 'DROP TABLE ' || r.tablename; END LOOP; END $f$")]
    [InlineData("CREATE FUNCTION wipe(t regclass, i int) RETURNS void AS $f$ BEGIN EXECUTE 'DELETE FROM ' || t || ' WHERE id = ' || i; END $f$ LANGUAGE plpgsql")]
    [InlineData("CREATE FUNCTION audit() RETURNS trigger AS $f$ BEGIN EXECUTE 'INSERT INTO log VALUES (' || TG_RELID || ')'; RETURN NEW; END $f$ LANGUAGE plpgsql")]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION audit('a')")]
    [InlineData("PREPARE find AS SELECT * FROM users WHERE name = $1; EXECUTE find(@name || 'x')")]
    [InlineData("DO $f$ DECLARE t text; BEGIN FOREACH t IN ARRAY ARRAY['a', 'b'] LOOP EXECUTE 'DROP TABLE ' || t; END LOOP; END $f$")]
    public Task FunctionWithoutOpenText_IsSilent(string sql) => IsSilentAsync(sql, "postgres", Postgres);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "prepare", Verdict.Reports)]
    [InlineData("SET @sql = CONCAT('SELECT * FROM users WHERE name = ''', @name, ''''); PREPARE s FROM @sql; EXECUTE s;")]
    [InlineData("CREATE PROCEDURE find(IN p_name VARCHAR(50)) BEGIN SET @sql = CONCAT('SELECT * FROM ', p_name); PREPARE s FROM @sql; EXECUTE s; DEALLOCATE PREPARE s; END")]
    [InlineData("SELECT CONCAT('SELECT * FROM ', @name) INTO @sql; PREPARE s FROM @sql; EXECUTE s")]
    public Task JoinedTextInPrepare_Reports(string sql) => ReportsAsync(sql, "mysql", MySql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "prepare", Verdict.IsSilent)]
    [InlineData("SET @sql = 'SELECT * FROM users WHERE name = ?'; PREPARE s FROM @sql; SET @n = @name; EXECUTE s USING @n;")]
    [InlineData("SET @sql = CONCAT('SELECT * FROM users WHERE name = ', QUOTE(@name)); PREPARE s FROM @sql; EXECUTE s;")]
    [InlineData("SET @sql = (SELECT IF(COUNT(*) > 0, 'SELECT 1', 'ALTER TABLE users ADD x INT') FROM information_schema.columns WHERE table_name = 'users' AND column_name = @name); PREPARE s FROM @sql; EXECUTE s;")]
    [InlineData("SELECT CONCAT('DROP TABLE ', table_name) INTO @sql FROM information_schema.tables WHERE table_name = @name; PREPARE s FROM @sql; EXECUTE s;")]
    [InlineData("CREATE PROCEDURE find(IN p_id INT) BEGIN SET @sql = CONCAT('SELECT * FROM users WHERE id = ', p_id); PREPARE s FROM @sql; EXECUTE s; END")]
    public Task PreparedWithoutOpenText_IsSilent(string sql) => IsSilentAsync(sql, "mysql", MySql);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "quoted", Verdict.IsSilent)]
    [InlineData("EXEC('SELECT * FROM ' + QUOTENAME(@name))")]
    [InlineData("DECLARE @t sysname = QUOTENAME(@name), @sql nvarchar(max); SET @sql = N'SELECT * FROM ' + @t; EXEC sp_executesql @sql")]
    [InlineData("CREATE FUNCTION wipe(t text) RETURNS void AS $f$ BEGIN EXECUTE format('DELETE FROM %I WHERE name = %L', t, t); END $f$ LANGUAGE plpgsql")]
    [InlineData("CREATE FUNCTION wipe(t text) RETURNS void AS $f$ BEGIN EXECUTE 'DELETE FROM ' || quote_ident(t) || ' WHERE name = ' || quote_literal(t); END $f$ LANGUAGE plpgsql")]
    public Task QuotedPart_IsSilent(string sql) =>
        sql.StartsWith("CREATE FUNCTION", StringComparison.Ordinal) ? IsSilentAsync(sql, "postgres", Postgres) : IsSilentAsync(sql);

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "quoted", Verdict.Reports)]
    public Task PartBesideAQuotedOne_Reports() => ReportsAsync("EXEC('SELECT * FROM ' + QUOTENAME(@table) + ' WHERE Name = ''' + @name + '''')");

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "using", Verdict.IsSilent)]
    public Task BoundPart_IsSilent() => IsSilentAsync(
        "CREATE FUNCTION find(p_name text) RETURNS void AS $f$ BEGIN EXECUTE 'DELETE FROM users WHERE name = $1' USING 'x' || p_name; END $f$ LANGUAGE plpgsql", "postgres", Postgres);

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "using", Verdict.Reports)]
    public Task PartBesideABoundOne_Reports() => ReportsAsync(
        "CREATE FUNCTION find(t text, p_name text) RETURNS void AS $f$ BEGIN EXECUTE 'DELETE FROM ' || t || ' WHERE name = $1' USING p_name; END $f$ LANGUAGE plpgsql", "postgres", Postgres);

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "mention", Verdict.IsSilent)]
    [InlineData("GRANT EXECUTE ON dbo.Find TO Reader")]
    [InlineData("-- EXEC('SELECT ' + @name)\nSELECT * FROM Users WHERE Name = @name")]
    [InlineData("/* EXEC('SELECT ' + @name) */ SELECT @name")]
    [InlineData("INSERT INTO Log (Text) VALUES ('EXEC(''SELECT '' + @name)' + @name)")]
    [InlineData("CREATE PROCEDURE p WITH EXECUTE AS OWNER AS SELECT 'a' + @name")]
    [InlineData("SELECT execution + @name FROM executions")]
    [InlineData("SELECT prepare FROM [exec] WHERE [execute] = 'a' + @name")]
    public Task TextThatOnlyMentionsTheWords_IsSilent(string sql) => IsSilentAsync(sql);

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "mention", Verdict.Reports)]
    public Task ExecBehindAComment_Reports() => ReportsAsync("-- EXEC\n/* EXEC */ EXEC /* x */ ('SELECT * FROM ' + /* y */ @name)");

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "text", Verdict.Reports)]
    [InlineData("""private const string Sql = "EXEC('DROP TABLE ' + @name)"; public object? Run(SqlConnection server, string name) => server.Execute([|Sql|], new { name });""")]
    [InlineData("""private static readonly string s_sql = "EXEC('DROP TABLE ' + @name)"; public object? Run(SqlConnection server, string name) => server.Execute([|s_sql|], new { name });""")]
    [InlineData("""public object? Run(SqlConnection server, string name) { var sql = "DECLARE @sql nvarchar(max) = 'DROP TABLE ' + @name;" + Environment.NewLine; sql += "EXEC(@sql)"; return server.Execute([|sql|], new { name }); }""")]
    [InlineData("""public void Run(SqlCommand command) => command.CommandText = [|"EXEC('DROP TABLE ' + @name)"|];""")]
    [InlineData("""public object Run(SqlConnection server) => new SqlCommand(connection: server, cmdText: [|"EXEC('DROP TABLE ' + @name)"|]);""")]
    [InlineData("""public object? Run(SqlConnection server, int id) => server.Execute([|$"EXEC('DROP TABLE ' + @name + '{id}')"|]);""")]
    [InlineData("""public async Task Run(SqlConnection server) { await Task.Yield(); void Drop() => server.Execute([|"EXEC('DROP TABLE ' + @name)"|]); Drop(); Action<string> drop = name => server.Execute([|"EXEC('DROP TABLE ' + @name)"|], new { name }); }""")]
    [InlineData("""public void Run(SqlConnection server) => Wrapped(server, [|"EXEC('DROP TABLE ' + @name)"|]); private void Wrapped(SqlConnection server, string sql) => server.Execute(sql);""")]
    public Task TextThatIsKnown_Reports(string members) => Verify<NestedDynamicSqlAnalyzer>.ReportsAsync(Class(members));

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "text", Verdict.IsSilent)]
    [InlineData("""public string Sql => "EXEC('DROP TABLE ' + @name)";""")]
    [InlineData("""public object? Run(SqlConnection server, string sql) { var help = "EXEC('DROP TABLE ' + @name)"; return help + server.Execute(sql); }""")]
    [InlineData("""public void Run() => Console.WriteLine("EXEC('DROP TABLE ' + @name)");""")]
    public Task TextThatIsNotRun_IsSilent(string members) => Verify<NestedDynamicSqlAnalyzer>.IsSilentAsync(Class(members));

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "migration", Verdict.Reports)]
    public Task ProcedureOfAMigration_Reports() => Verify<NestedDynamicSqlAnalyzer>.ReportsAsync(Usings + """
        public class AddFind : Microsoft.EntityFrameworkCore.Migrations.Migration
        {
            protected override void Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder migrationBuilder) =>
                migrationBuilder.Sql([|@"
                    CREATE PROCEDURE Find @name nvarchar(50) AS
                    BEGIN
                        DECLARE @sql nvarchar(max)
                        SET @sql = N'SELECT * FROM Users WHERE Name = ''' + @name + N''''
                        EXEC sp_executesql @sql
                    END"|]);
        }
        """);

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "migration", Verdict.IsSilent)]
    public Task GeneratedStepOfAMigration_IsSilent() => Verify<NestedDynamicSqlAnalyzer>.IsSilentAsync(Usings + """
        public class DropColumn : Microsoft.EntityFrameworkCore.Migrations.Migration
        {
            protected override void Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder migrationBuilder) =>
                migrationBuilder.Sql(@"
                    DECLARE @var0 sysname;
                    SELECT @var0 = [d].[name] FROM [sys].[default_constraints] [d] WHERE [d].[parent_object_id] = OBJECT_ID(N'[Users]');
                    IF @var0 IS NOT NULL EXEC(N'ALTER TABLE [Users] DROP CONSTRAINT [' + @var0 + '];');");
        }
        """);

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "ranking", Verdict.Reports)]
    public async Task TextWithAnOpenHole_IsOneFinding()
    {
        var source = Method("""return server.Execute($"EXEC('SELECT * FROM Users WHERE Name = ''' + @name + ''' AND Id = ''{name}''')", new { name });""", Server);
        var finding = Assert.Single(await Verify<NestedDynamicSqlAnalyzer>.FindingsAsync(source));
        Assert.Equal(
            "'@name' becomes a part of SQL that this text lets the database run; bind it as a parameter there, or let the database quote it",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(await Verify<NonConstantSqlAnalyzer>.FindingsAsync(source));
    }

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "ranking", Verdict.IsSilent)]
    public Task TextWithASource_IsLeftToTheOtherRule() => Verify<NestedDynamicSqlAnalyzer>.IsSilentAsync(Usings + """
        public class UsersController(SqlConnection server) : ControllerBase
        {
            [HttpGet] public object? Find(string name) => server.Execute($"EXEC('SELECT * FROM Users WHERE Name = ''' + @name + ''' AND Id = ''{name}''')", new { name });
        }
        """);

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "threat-models", Verdict.Reports)]
    public Task SourceThatIsOff_LeavesTheTextToThisRule() => Verify<NestedDynamicSqlAnalyzer>.ReportsAsync(
        Method("""var table = Console.ReadLine(); return server.Execute([|$"EXEC('SELECT * FROM {table} WHERE Name = ''' + @name + '''')"|], new { name });""", Server));

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "threat-models", Verdict.IsSilent)]
    public Task SourceThatIsOn_IsLeftToTheOtherRule() => Verify<NestedDynamicSqlAnalyzer>.IsSilentAsync(
        Method("""var table = Console.ReadLine(); return server.Execute($"EXEC('SELECT * FROM {table} WHERE Name = ''' + @name + '''')", new { name });""", Server),
        Setting.Default with { Options = "security_review.threat_models = local" });

    [Theory]
    [Clause(RuleIds.NestedDynamicSql, "dialect", Verdict.Reports)]
    [InlineData("mysql")]
    public Task TextOfAnUnknownLibrary_IsReadByTheOption(string dialect) => Verify<NestedDynamicSqlAnalyzer>.ReportsAsync(
        Method("""return other.Execute([|"SET @sql = CONCAT('it\\'s ', @name); PREPARE s FROM @sql"|], new { name });""", "DbConnection other, string name"),
        Setting.Default with { Options = "security_review.dialect = " + dialect });

    [Fact]
    [Clause(RuleIds.NestedDynamicSql, "dialect", Verdict.IsSilent)]
    public Task QuoteOfAnotherDialect_IsSilent() => Verify<NestedDynamicSqlAnalyzer>.IsSilentAsync(
        Method("""return other.Execute("SET @sql = CONCAT('it\\'s ', @name); PREPARE s FROM @sql", new { name });""", "DbConnection other, string name"),
        Setting.Default with { Options = "security_review.dialect = tsql" });

    [Theory]
    [InlineData("""return server.Execute("EXEC('SELECT ' + @name""")]
    [InlineData("""return server.Execute("EXEC(", name);""")]
    [InlineData("""return server.Execute("EXEC('a' + ", "PREPARE s FROM", "EXECUTE IMMEDIATE", "DECLARE @a", "CREATE PROC");""")]
    [InlineData("""return server.Execute("DECLARE @a"); server.Execute("EXEC((((@a + "); server.Execute("EXEC sp_executesql"); server.Execute("EXEC sp_executesql @stmt =");""")]
    [InlineData("""server.Execute("EXEC(CASE WHEN @a + CAST("); server.Execute("EXEC(CAST(@a AS"); server.Execute("EXEC('a' + CONVERT("); server.Execute("EXEC('x' + FORMAT('%'"); return server.Execute("EXEC(x::");""")]
    [InlineData("""server.Execute("SELECT a INTO"); server.Execute("EXEC INTO @a, FOR x IN"); return server.Execute("CREATE FUNCTION f(EXECUTE IN");""")]
    [InlineData("""server.Execute("EXEC x FOR"); server.Execute("EXEC DECLARE a"); server.Execute("EXECUTE CREATE PROCEDURE p(a,"); return server.Execute("EXECUTE $f$ EXEC('a' + format('%s%I%1$s%', a)");""")]
    public Task HalfTypedCode_DoesNotThrow(string body) => Verify<NestedDynamicSqlAnalyzer>.RunsAsync(Method(body, Server), Setting.Default with { Broken = true });

    [Fact]
    public Task TopLevelStatements_Report() => Verify<NestedDynamicSqlAnalyzer>.ReportsAsync(
        Usings + """
        await using var server = new SqlConnection("Server=.");
        await server.ExecuteAsync([|"EXEC('DROP TABLE ' + @name)"|], new { name = args[0] });
        """,
        Setting.Program);
}
