using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class MisplacedPlaceholderAnalyzerTests
{
    private static Task ReportsAsync(string body, string parameters = "string name") => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(Method(body, parameters));

    private static Task IsSilentAsync(string body, string parameters = "string name") => Verify<MisplacedPlaceholderAnalyzer>.IsSilentAsync(Method(body, parameters));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "quoted", Verdict.Reports)]
    [Clause(RuleIds.MisplacedPlaceholder, "bound", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = '@name'"|], new { name });""")]
    [InlineData("""return connection.Query<User>(sql: [|"SELECT * FROM Users WHERE LOWER(Name) = LOWER('@name')"|], param: new { Name = name });""")]
    [InlineData("""return connection.Execute([|"INSERT INTO Users (Id, Name) VALUES (1, '@Name')"|], new User());""")]
    [InlineData("""return connection.Execute([|"INSERT INTO Users (Id, Name) VALUES (@Id, N'@Name')"|], new List<User>());""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name IN ('@name', 'x')"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = \"@name\""|], new { name });""")]
    [InlineData("""var values = new DynamicParameters(); values.Add("@name", name); return connection.Query([|"UPDATE Users SET Name = '@name'"|], values);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = ':name'"|], new DynamicParameters(new { name }));""")]
    [InlineData("""return connection.Query<User>(new CommandDefinition([|"SELECT * FROM Users WHERE Name = '@name'"|], new { name }));""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandText = [|"SELECT * FROM Users WHERE Name = '@name'"|]; command.Parameters.AddWithValue("@name", name); return command.ExecuteScalar();""")]
    [InlineData("""using var command = new SqliteCommand([|"SELECT * FROM Users WHERE Name = '$name'"|], connection); command.Parameters.Add("$name", SqliteType.Text).Value = name; return command.ExecuteScalar();""")]
    [InlineData("""using var command = new SqlCommand { CommandText = [|"SELECT * FROM Users WHERE Name='@name'"|] }; command.Parameters.Add(new SqlParameter("name", name)); return command.ExecuteScalar();""")]
    [InlineData("""IDbCommand command = connection.CreateCommand(); var p = command.CreateParameter(); p.ParameterName = "@name"; p.Value = name; command.Parameters.Add(p); command.CommandText = [|"DELETE FROM Users WHERE Name = '@name'"|]; return command.ExecuteNonQuery();""")]
    [InlineData("""const string Sql = "SELECT * FROM Users WHERE " + "Name = '@name'"; return connection.Query([|Sql|], new { name });""")]
    [InlineData("""var sql = "SELECT * FROM Users"; sql += " WHERE Name = '@name'"; return connection.Query([|sql|], new { name });""")]
    [InlineData("""return new[] { 1 }.Select(id => connection.Query([|"SELECT * FROM Users WHERE Name = '@name' AND Id = @id"|], new { name, id })).ToList();""")]
    [InlineData("""object? Local(string mail) => connection.Query([|"SELECT * FROM Users WHERE Mail = '@mail'"|], new { mail }); return Local(name);""")]
    public Task QuotedPlaceholder_Reports(string body) => ReportsAsync(body);

    [Fact]
    public Task AsyncMethodAndField_Report() => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(Class(""""
        private const string Sql = """
            SELECT * FROM Users
            WHERE Name = '@name'
            """;
        private static readonly string s_other = "SELECT * FROM Users WHERE Mail = '@name'";
        public async Task<object?> RunAsync(string name)
        {
            await connection.QueryAsync([|Sql|], new { name });
            return await connection.QueryAsync([|s_other|], new { name });
        }
        """"));

    [Fact]
    public Task Message_NamesThePlaceholderAndTheRemedy() => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(
        Method("""return connection.Query({|#0:"SELECT * FROM Users WHERE Name LIKE '%@name%'"|}, new { name });"""),
        Microsoft.CodeAnalysis.Testing.DiagnosticResult.CompilerWarning(RuleIds.MisplacedPlaceholder).WithLocation(0)
            .WithMessage("'@name' stands inside quotes, where it is plain text; remove the quotes and pass the wildcards with the value"));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "quoted", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = '' + @name OR Name = 'a' || @name || 'b'", new { name });""")]
    [InlineData("""return connection.Query("SELECT Id AS '@name' FROM Users WHERE Name = @name FOR XML PATH('user')", new { name });""")]
    [InlineData("""return connection.Query("SELECT Id AS [@name] FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT Id AS \"@name\" FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT Details.value('@name', 'nvarchar(20)') FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = 'it''s' AND Mail = @name AND Note = 'x'", new { name });""")]
    [InlineData("""return connection.Query("SELECT regexp_replace(Name, '@name', 'x') FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandText = "CREATE TABLE t (Name TEXT DEFAULT '@name')"; command.Parameters.AddWithValue("@name", name); return command.ExecuteNonQuery();""")]
    public Task TextThatIsNoPlaceholder_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "bound", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = '@name'");""")]
    [InlineData("""return connection.Query("SELECT * FROM Styles WHERE Text LIKE '%@media%' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Mail LIKE '%@gmail%' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Note = 'mail @ home' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Roles WHERE Name = '@everyone' AND Id > @id", new { id = name.Length });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = '@admin' AND Mail = @mail", (object)name);""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandText = "SELECT * FROM Users WHERE Name = '@here' AND Mail = @mail"; command.Parameters.AddWithValue("@mail", name); return command.ExecuteScalar();""")]
    [InlineData("""Console.WriteLine("'@name'", new { name }); return null;""")]
    public Task NameThatIsNotBound_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "like", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@name%'"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name NOT LIKE N'@name%'"|], new { name });""")]
    [InlineData("""using var command = new NpgsqlCommand([|"SELECT * FROM users WHERE name ILIKE '%@name'"|]); command.Parameters.AddWithValue("name", name); return command.ExecuteScalar();""")]
    [InlineData("""return new Store().Users.FromSqlRaw([|"SELECT * FROM Users WHERE Name LIKE '%{0}%'"|], name);""")]
    [InlineData("""return new Store().Users.FromSql([|$"SELECT * FROM Users WHERE Name LIKE '%{name}%'"|]);""")]
    public Task PlaceholderBetweenWildcards_Reports(string body) => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "like", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name LIKE '%' || @name || '%'", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Mail LIKE '%@name.com' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Mail LIKE '%_@name' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Mail LIKE '_%@_%' AND Name = @name", new { name });""")]
    [InlineData("""return new Store().Users.FromSql($"SELECT * FROM Users WHERE Name LIKE {"%" + name + "%"} OR Name LIKE '%' || {name}");""")]
    public Task WildcardsBesideAPlaceholder_AreSilent(string body) => Verify<MisplacedPlaceholderAnalyzer>.IsSilentAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "embedded", Verdict.Reports)]
    [InlineData("""return connection.Execute([|"INSERT INTO Log (Text) VALUES ('deleted by @name, twice')"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Tags LIKE '%,@name,%'"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = '@name @name'"|], new { name });""")]
    public Task PlaceholderWithinText_Reports(string body) => ReportsAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "embedded", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Mail = 'info@name' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Mail = 'see @names' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Json = '{\"@name\": 1}' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Link = 'http://x/@name' AND Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Note = 'a :name b' AND Name = :name", new { name });""")]
    public Task TextAroundWhatIsNoPlaceholder_IsSilent(string body) => IsSilentAsync(body);

    private static string WithStore(string body, string parameters = "string name") => Class($$"""
        private sealed class Store : DbContext { public DbSet<User> Users => Set<User>(); }
        public object? Run({{parameters}}) { {{body}} }
        """);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "numbered", Verdict.Reports)]
    [InlineData("""return new Store().Users.FromSqlRaw([|"SELECT * FROM Users WHERE Name = '{0}'"|], name);""")]
    [InlineData("""return new Store().Database.ExecuteSqlRaw([|"UPDATE Users SET Name = 'x {1} y' WHERE Id = {0}"|], 1, name);""")]
    [InlineData("""return new Store().Database.ExecuteSqlRawAsync([|"DELETE FROM Users WHERE Name = '{0}'"|], new object[] { name }, CancellationToken.None);""")]
    [InlineData("""return new Store().Database.ExecuteSqlRawAsync([|"DELETE FROM Users WHERE Born < now() - INTERVAL '{0} days'"|], new List<object> { name });""")]
    [InlineData("""return new Store().Users.FromSqlRaw([|"SELECT * FROM Users WHERE Name = '@name'"|], new SqliteParameter("@name", name));""")]
    public Task NumberInQuotes_Reports(string body) => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "numbered", Verdict.IsSilent)]
    [InlineData("""return new Store().Users.FromSqlRaw("SELECT * FROM Users WHERE Name = {0}", name);""")]
    [InlineData("""return new Store().Users.FromSqlRaw("SELECT * FROM Users WHERE Name ~ '[a-z]{2}' AND Name <> {0}", name);""")]
    [InlineData("""return new Store().Users.FromSqlRaw("SELECT * FROM Users WHERE Name = '{0}'");""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = '{0}' AND Mail = @name", new { name });""")]
    public Task NumberThatIsReplaced_IsSilent(string body) => Verify<MisplacedPlaceholderAnalyzer>.IsSilentAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "holes", Verdict.Reports)]
    [InlineData("""return new Store().Users.FromSql([|$"SELECT * FROM Users WHERE Name = '{name}'"|]);""")]
    [InlineData("""return new Store().Users.FromSqlInterpolated([|$"SELECT * FROM Users WHERE Name = 'x{name}'"|]);""")]
    [InlineData("""return new Store().Database.ExecuteSql([|$"DELETE FROM Users WHERE Born < now() - INTERVAL '{name.Length} days'"|]);""")]
    [InlineData("""return new Store().Database.ExecuteSqlInterpolatedAsync([|$"UPDATE Users SET Name = '{"constant"}'"|]);""")]
    [InlineData("""return new Store().Database.SqlQuery<string>([|$"SELECT Name AS Value FROM \"{name}\""|]);""")]
    public Task HoleInQuotes_Reports(string body) => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "holes", Verdict.IsSilent)]
    [InlineData("""return new Store().Users.FromSql($"SELECT * FROM Users WHERE Name = {name} AND Mail = 'x'");""")]
    [InlineData("""return new Store().Users.FromSqlInterpolated($"SELECT * FROM Users /* '{name}' */ WHERE Name = {name}");""")]
    [InlineData("""FormattableString text = $"'{name}'"; return text.ToString();""")]
    public Task HoleInValuePosition_IsSilent(string body) => Verify<MisplacedPlaceholderAnalyzer>.IsSilentAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "table", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users u JOIN @name x ON x.Id = u.Id"|], new { name });""")]
    [InlineData("""return connection.Execute([|"UPDATE @name SET Id = 1"|], new { name });""")]
    [InlineData("""return connection.Execute([|"INSERT INTO @name (Id) VALUES (1)"|], new { name });""")]
    [InlineData("""return connection.Execute([|"DELETE FROM @name WHERE Id = 1"|], new { name });""")]
    [InlineData("""return connection.Execute([|"TRUNCATE TABLE @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM dbo.@name"|], new { name });""")]
    [InlineData("""return new Store().Users.FromSql([|$"SELECT * FROM {name}"|]);""")]
    [InlineData("""return new Store().Users.FromSqlRaw([|"SELECT * FROM {0}"|], name);""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandText = [|"SELECT COUNT(*) FROM @name"|]; command.Parameters.AddWithValue("@name", name); return command.ExecuteScalar();""")]
    public Task ParameterForATable_Reports(string body) => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "table", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT EXTRACT(YEAR FROM @name), TRIM(BOTH ' ' FROM @name) FROM Users", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name IS DISTINCT FROM @name OR Name IS NOT DISTINCT FROM @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM json_each(@name)", new { name });""")]
    [InlineData("""return connection.Query("SELECT x.value('.', 'int') FROM @name.nodes('/a') AS t(x)", new { name });""")]
    [InlineData("""return connection.Query("SELECT @name FROM Users UPDATE Users SET Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT Name INTO @name FROM Users", new { name });""")]
    [InlineData("""return connection.Query("FETCH NEXT FROM @name INTO @x", new { name });""")]
    public Task ParameterThatIsNoTable_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "column", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users ORDER BY @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users ORDER BY Id, @name DESC LIMIT 5"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT COUNT(*) FROM Users GROUP BY @name HAVING COUNT(*) > 1"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT ROW_NUMBER() OVER (PARTITION BY Id ORDER BY @name) FROM Users"|], new { name });""")]
    [InlineData("""return connection.Execute([|"INSERT INTO Users (Id, @name) VALUES (1, 2)"|], new { name });""")]
    [InlineData("""return new Store().Users.FromSqlInterpolated([|$"SELECT * FROM Users ORDER BY {name}"|]);""")]
    public Task ParameterForAColumn_Reports(string body) => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "column", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT @name, Id FROM Users WHERE @name = 'x' OR Id = 1", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY CASE WHEN @name = 'a' THEN Id END, ABS(Id - @name), @name - Id", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY Id OFFSET @name ROWS FETCH NEXT @name ROWS ONLY", new { name });""")]
    [InlineData("""return connection.Execute("INSERT INTO Users (Id, Name) VALUES (1, @name), (2, @name)", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY @name", (object)name);""")]
    public Task ParameterThatIsNoColumn_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "direction", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users ORDER BY Name @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users u ORDER BY u.Id, LOWER(u.Name) @name LIMIT 3"|], new { name });""")]
    [InlineData("""return new Store().Users.FromSql([|$"SELECT * FROM Users ORDER BY Name {name}"|]);""")]
    public Task ParameterForADirection_Reports(string body) => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(WithStore(body));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "direction", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY Name LIMIT @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT SUM(Id) OVER (ORDER BY Id ROWS @name PRECEDING) FROM Users", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY Name RETURN @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Id = 1 GROUP BY Name @name", new { name });""")]
    public Task ParameterThatIsNoDirection_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "executed", Verdict.Reports)]
    [InlineData("""return connection.Execute([|"EXEC dbo.Rename '@name'"|], new { name });""")]
    [InlineData("""return connection.Execute([|"EXEC dbo.Rename @old = 'x'; UPDATE Users SET Name = '@name'"|], new { name });""")]
    public Task TextOfAnOrdinaryProcedure_Reports(string body) => ReportsAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "executed", Verdict.IsSilent)]
    [InlineData("""return connection.Execute("EXEC sp_executesql N'SELECT * FROM Users WHERE Name = @name', N'@name nvarchar(20)', @name", new { name });""")]
    [InlineData("""return connection.Execute("DECLARE @sql nvarchar(max) = N'@name'; EXEC sys.sp_executesql @sql, N'@name', @name = @name", new { name });""")]
    [InlineData("""return connection.Execute("EXEC ('@name')", new { name });""")]
    [InlineData("""return connection.Execute("SET @s = '@name'; PREPARE statement FROM @s", new { name });""")]
    public Task TextThatIsRun_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "table-variables", Verdict.Reports)]
    [InlineData("""return connection.Query([|"DECLARE @rows TABLE (Id int); INSERT INTO @rows SELECT Id FROM @name"|], new { name, rows = 1 });""")]
    public Task ParameterBesideATableVariable_Reports(string body) => ReportsAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "table-variables", Verdict.IsSilent)]
    [InlineData("""return connection.Query("DECLARE @name TABLE (Id int); INSERT INTO @name (Id) VALUES (1); SELECT * FROM @name", new { name });""")]
    [InlineData("""return connection.Query("DECLARE @a int, @name AS dbo.Ids; SELECT * FROM @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM @rows", new { rows = new DataTable().AsTableValuedParameter("dbo.Ids") });""")]
    [InlineData("""using var command = new SqlCommand("SELECT * FROM @rows"); command.Parameters.Add("@rows", SqlDbType.Structured).Value = new DataTable(); return command.ExecuteScalar();""")]
    [InlineData("""using var command = new SqlCommand("SELECT * FROM @rows"); command.Parameters.AddWithValue("@rows", (object)name); command.Parameters.AddWithValue("rows", new DataTable()); return command.ExecuteScalar();""")]
    public Task Tables_AreSilent(string body) => IsSilentAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "marks", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT @@version, '12:30', 'a@b.c' FROM Users WHERE Name = '@name' -- '@b'"|], new { name, b = 1 });""")]
    public Task PlaceholderBesideOtherMarks_Reports(string body) => ReportsAsync(body);

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "marks", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users -- WHERE Name = '@name'\nWHERE Name = @name /* '@name' */", new { name });""")]
    [InlineData("""return connection.Query("SELECT '@@name' FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Tags @> @name AND Mail = '@>name'", new { name });""")]
    [InlineData("""return connection.Query("SELECT '::name', 'x'::text FROM Users WHERE Name = :name", new { name });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Opens = '12:30' AND Closes = '12:mm' AND Name = :mm", new { mm = 1 });""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Mail = 'a@b.c' OR Mail LIKE '%@b.c' AND Name = @b", new { b = 1 });""")]
    [InlineData("""return connection.Query("SELECT json_extract(Data, '$.name'), JSON_VALUE(Data, '$name') FROM Users WHERE Name = $name", new { name });""")]
    [InlineData("""return connection.Query("SELECT Data FROM Users WHERE Data = '$.name' AND Data <> '/a/@name' AND Name = @name", new { name });""")]
    [InlineData("""using var command = new NpgsqlCommand("DO $body$ BEGIN UPDATE users SET name = '@name'; END $body$"); command.Parameters.AddWithValue("name", name); return command.ExecuteScalar();""")]
    public Task MarksThatArePlaceholdersNowhere_AreSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.MisplacedPlaceholder, "procedures", Verdict.IsSilent)]
    public Task NameOfAProcedure_IsSilent() => IsSilentAsync(
        """return connection.Query("SELECT '@name'", new { name }, commandType: CommandType.StoredProcedure);""");

    [Fact]
    [Clause(RuleIds.MisplacedPlaceholder, "procedures", Verdict.Reports)]
    public Task TextOfACommand_Reports() => ReportsAsync(
        """return connection.Query([|"SELECT '@name'"|], new { name }, commandType: CommandType.Text);""");

    [Fact]
    [Clause(RuleIds.MisplacedPlaceholder, "ranking", Verdict.IsSilent)]
    public Task TextWithAProvenSource_IsSilent() => Verify<MisplacedPlaceholderAnalyzer>.IsSilentAsync(QueryCode.Action(
        """return connection.Query("SELECT * FROM Users WHERE Name = '@age' AND Mail = '" + name + "'", new { age = 1 });"""));

    [Fact]
    [Clause(RuleIds.MisplacedPlaceholder, "ranking", Verdict.Reports)]
    public Task TextWithoutAProvenSource_Reports() => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(QueryCode.Action(
        """return connection.Query([|"SELECT * FROM Users WHERE Name = '@name' AND Id = " + 5.GetHashCode()|], new { name });"""));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "wrappers", Verdict.Reports)]
    [InlineData("""public object? Run(string name) => Find([|"SELECT * FROM Users WHERE Name = '@name'"|], new { name });""")]
    public Task TextOfAWrapper_Reports(string member) => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(
        Class(member + "\nprivate object? Find(string sql, object values) => connection.Query(sql, values);"));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "wrappers", Verdict.IsSilent)]
    [InlineData("""public object? Run(string name) => Log("SELECT * FROM Users WHERE Name = '@name'", new { name });""")]
    public Task TextOfAnotherMethod_IsSilent(string member) => Verify<MisplacedPlaceholderAnalyzer>.IsSilentAsync(
        Class(member + "\nprivate object? Log(string sql, object values) => sql + values;"));

    private static string OfAnyDatabase(string text) => Usings + $"public class Target {{ public object? Run(IDbConnection db, string name) => db.Query({text}, new {{ name }}); }}";

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "dialect", Verdict.Reports)]
    [InlineData("sqlite", """ [|"SELECT * FROM Users WHERE Name = '$name'"|] """)]
    [InlineData("mysql", """ [|"SELECT * FROM Users WHERE Name = \"@name\""|] """)]
    public Task MarkOfTheDialect_Reports(string dialect, string text) =>
        Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(OfAnyDatabase(text), Setting.Default with { Options = "security_review.dialect = " + dialect });

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "dialect", Verdict.IsSilent)]
    [InlineData("postgresql", """ "SELECT * FROM Users WHERE Name = \"@name\"" """)]
    [InlineData("tsql", """ "SELECT * FROM Users WHERE Name = ':name'" """)]
    [InlineData("auto", """ "SELECT * FROM Users WHERE Name = '$name'" """)]
    public Task MarkOfAnotherDialect_IsSilent(string dialect, string text) =>
        Verify<MisplacedPlaceholderAnalyzer>.IsSilentAsync(OfAnyDatabase(text), Setting.Default with { Options = "security_review.dialect = " + dialect });

    [Fact]
    public Task TopLevelStatements_Report() => Verify<MisplacedPlaceholderAnalyzer>.ReportsAsync(
        Usings + """
        using var connection = new SqliteConnection("");
        var name = Console.ReadLine();
        connection.Query([|"SELECT * FROM Users WHERE Name = '@name'"|], new { name });
        """,
        Setting.Program);

    [Theory]
    [InlineData("""connection.Query("SELECT '@name'", new { name, });""")]
    [InlineData("""connection.Query("SELECT '@name'", new { name = });""")]
    [InlineData("""connection.Query("SELECT '@name'", """)]
    [InlineData("""connection.Query($"SELECT '{", new { });""")]
    [InlineData("""new Store().Users.FromSql($"SELECT '{}' FROM {");""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandText = "SELECT '@name' FROM '; command.Parameters.AddWithValue("@name", );""")]
    [InlineData("""const string Sql = "ORDER BY @name'"; connection.Query(Sql, new { name }""")]
    public async Task HalfTypedCode_DoesNotThrow(string body)
    {
        await Verify<MisplacedPlaceholderAnalyzer>.RunsAsync(WithStore(body), Setting.Default with { Broken = true });
        await HalfTypedCode.PlansAsync<SecurityReview.CodeFixes.DataAccess.MisplacedPlaceholderFixer>(WithStore(body), RuleIds.MisplacedPlaceholder);
    }
}
