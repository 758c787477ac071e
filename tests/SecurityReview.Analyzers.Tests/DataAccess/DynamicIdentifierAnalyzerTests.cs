using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class DynamicIdentifierAnalyzerTests
{
    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "name", Verdict.Reports)]
    [Clause(RuleIds.DynamicIdentifier, "constants", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users ORDER BY " + name|]);""")]
    [InlineData("""return connection.Query([|$"SELECT * FROM {name} WHERE Id = 1"|]);""")]
    [InlineData("""return connection.Query([|$"SELECT Id FROM Users u JOIN {name.Trim()} o ON o.Id = u.Id"|]);""")]
    [InlineData("""using var command = new SqliteCommand([|"UPDATE Users SET " + name + " = 1"|], connection); return command.ExecuteNonQuery();""")]
    [InlineData("""var sql = "SELECT * FROM log_" + name; return connection.Query([|sql|]);""")]
    [InlineData("""return connection.Query([|string.Format("SELECT * FROM Users WHERE {0} = 1", name)|]);""")]
    [InlineData("""var text = new StringBuilder("SELECT * FROM Users"); text.Append(" ORDER BY ").Append(name); return connection.Query([|text.ToString()|]);""")]
    [InlineData("""return connection.Query([|$"SELECT {string.Join(", ", name.Split(';'))} FROM Users"|]);""")]
    [InlineData("""using var command = new SqlCommand([|$"SELECT * FROM [{name}]"|]); return command.ExecuteScalar();""")]
    [InlineData("""IDbConnection other = connection; return other.Query([|$"DROP TABLE \"{name}\""|]);""")]
    [InlineData("""connection.Execute(param: null, sql: [|$"TRUNCATE TABLE {name}"|]); return null;""")]
    [InlineData("""int Clear(string table) => connection.Execute([|$"DELETE FROM {table}"|]); return Clear(name);""")]
    [InlineData("""return new[] { 1 }.Select(id => connection.Execute([|$"DELETE FROM {name} WHERE Id = {id}"|])).ToList();""")]
    public Task NameOfUnknownCaller_Reports(string body) => Verify<DynamicIdentifierAnalyzer>.ReportsAsync(Method(body));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "keyword", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users ORDER BY Name " + name|]);""")]
    [InlineData("""return connection.Query([|$"SELECT * FROM Users ORDER BY Name {name.ToUpper()} LIMIT 5"|]);""")]
    public Task KeywordOfUnknownCaller_Reports(string body) => Verify<DynamicIdentifierAnalyzer>.ReportsAsync(Method(body));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "keyword", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY Name " + (name == "down" ? "DESC" : "ASC"));""")]
    [InlineData("""var direction = name.StartsWith('-') ? " DESC" : ""; return connection.Query("SELECT * FROM Users ORDER BY Name" + direction);""")]
    public Task ChosenKeyword_IsSilent(string body) => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Method(body));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "name", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = '" + name + "'");""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE " + name);""")]
    [InlineData("""return connection.Query(name);""")]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY @name", new { name });""")]
    public Task PartThatIsNoName_IsSilent(string body) => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Method(body));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "constants", Verdict.IsSilent)]
    [InlineData("""private const string Table = "Users"; public object? List() => connection.Query($"SELECT * FROM {Table} ORDER BY {nameof(User.Name)}");""")]
    [InlineData("""protected virtual string Table => "Users"; public object? List() => connection.Query("SELECT * FROM " + Table);""")]
    [InlineData("""public object? List<T>() => connection.Query($"SELECT {string.Join(", ", typeof(T).GetProperties().Select(p => p.Name))} FROM {typeof(T).Name}");""")]
    [InlineData("""public void Clear() { Delete("Users"); Delete("Orders"); } private void Delete(string table) => connection.Execute($"DELETE FROM {table}");""")]
    [InlineData("""private readonly string[] _tables = ["Users", "Orders"]; public void Clear() { foreach (var table in _tables) connection.Execute("DELETE FROM " + table); }""")]
    [InlineData("""public object? Page(int column) => connection.Query($"SELECT * FROM Users ORDER BY {column}, c{column}");""")]
    public Task OwnName_IsSilent(string members) => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Class(members));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "allow-list", Verdict.IsSilent)]
    [InlineData("""var known = new[] { "Id", "Name" }; if (!known.Contains(name)) return null; return connection.Query("SELECT * FROM Users ORDER BY " + name);""")]
    [InlineData("""var column = name switch { "id" => "Id", _ => "Name" }; return connection.Query($"SELECT * FROM Users ORDER BY {column}");""")]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY " + (name is "Id" or "Name" ? name : "Id"));""")]
    [InlineData("""if (!Regex.IsMatch(name, @"\A[A-Za-z_]+\z")) throw new ArgumentException(name); return connection.Query($"SELECT * FROM {name}");""")]
    [InlineData("""if (!name.All(char.IsLetterOrDigit)) throw new ArgumentException(name); return connection.Query($"SELECT * FROM {name}");""")]
    public Task AllowedName_IsSilent(string body) => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Method(body));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "allow-list", Verdict.Reports)]
    [InlineData("""var known = name.Split(','); if (!known.Contains(name)) return null; return connection.Query([|"SELECT * FROM Users ORDER BY " + name|]);""")]
    [InlineData("""if (name.Contains(';')) throw new ArgumentException(name); return connection.Query([|$"SELECT * FROM {name}"|]);""")]
    [InlineData("""if (!Regex.IsMatch(name, "[A-Za-z]+")) throw new ArgumentException(name); return connection.Query([|$"SELECT * FROM {name}"|]);""")]
    public Task OtherTest_Reports(string body) => Verify<DynamicIdentifierAnalyzer>.ReportsAsync(Method(body));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "enum", Verdict.IsSilent)]
    [InlineData("""return connection.Query($"SELECT * FROM Users ORDER BY {state}");""")]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY " + state.ToString().ToLowerInvariant());""")]
    [InlineData("""return Enum.TryParse<State>(name, out var parsed) && Enum.IsDefined(parsed) ? connection.Query("SELECT * FROM " + parsed) : null;""")]
    public Task Enum_IsSilent(string body) => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Method(body, "string name, State state"));

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "enum", Verdict.Reports)]
    public Task TextBesideAnEnum_Reports() =>
        Verify<DynamicIdentifierAnalyzer>.ReportsAsync(Method("""return connection.Query([|$"SELECT * FROM {name}_{state}"|]);""", "string name, State state"));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "quoting", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM " + new SqlCommandBuilder().QuoteIdentifier(name));""")]
    [InlineData("""var quoted = new NpgsqlCommandBuilder().QuoteIdentifier(name); var sql = $"SELECT * FROM {quoted}"; return connection.Query(sql);""")]
    [InlineData("""return connection.Query($"SELECT * FROM {helper.DelimitIdentifier(name)}");""")]
    [InlineData("""var quoted = connection.QuerySingle<string>("SELECT QUOTENAME(@name)", new { name }); return connection.Query("SELECT * FROM " + quoted);""")]
    [InlineData("""static string QuoteName(string text) => "[" + text.Replace("]", "]]") + "]"; return connection.Query("SELECT * FROM " + QuoteName(name));""")]
    public Task QuotedName_IsSilent(string body) => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Method(body, "string name, ISqlGenerationHelper helper"));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "quoting", Verdict.Reports)]
    [InlineData("""static string Marked(string text) => text + "_x"; return connection.Query([|"SELECT * FROM " + Marked(name)|]);""")]
    [InlineData("""var found = connection.QuerySingle<string>("SELECT Name FROM Tables WHERE Name = @name", new { name }); return connection.Query([|"SELECT * FROM " + found|]);""")]
    public Task NameThatIsNotQuoted_Reports(string body) => Verify<DynamicIdentifierAnalyzer>.ReportsAsync(Method(body));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "settings", Verdict.IsSilent)]
    [InlineData("""public class StoreOptions { public string Schema { get; set; } = "dbo"; } public object? List(IOptions<StoreOptions> options) => connection.Query($"SELECT * FROM {options.Value.Schema}.Users");""")]
    [InlineData("""public class StoreSettings { public string Table { get; set; } = ""; } private readonly StoreSettings _settings = new(); public object? List() => connection.Query("SELECT * FROM " + _settings.Table);""")]
    [InlineData("""public object? List(IConfiguration configuration) => connection.Query($"SELECT * FROM {configuration["Schema"]}.Users");""")]
    public Task Setting_IsSilent(string members) => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Class(members));

    [Theory]
    [Clause(RuleIds.DynamicIdentifier, "settings", Verdict.Reports)]
    [Clause(RuleIds.DynamicIdentifier, "threat-models", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM " + Console.ReadLine()|]);""")]
    [InlineData("""return connection.Query([|$"SELECT * FROM {File.ReadAllText(name)}"|]);""")]
    public Task OtherSourceThatIsOff_Reports(string body) => Verify<DynamicIdentifierAnalyzer>.ReportsAsync(Method(body));

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "threat-models", Verdict.IsSilent)]
    public Task SourceThatIsOn_IsLeftToTheOtherRule() => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(
        Method("""return connection.Query("SELECT * FROM " + Console.ReadLine());"""), Setting.Default with { Options = "security_review.threat_models = local" });

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "dialect", Verdict.Reports)]
    public Task DoubleQuotesOfNames_Report() => Verify<DynamicIdentifierAnalyzer>.ReportsAsync(
        Usings + """public class Target { public object? Run(IDbConnection db, string name) => db.Query([|$"SELECT * FROM \"{name}\" LIMIT 1"|]); }""",
        Setting.Default with { Options = "security_review.dialect = postgresql" });

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "dialect", Verdict.IsSilent)]
    public Task DoubleQuotesOfText_AreSilent() => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(
        Usings + """public class Target { public object? Run(IDbConnection db, string name) => db.Query($"SELECT * FROM Users WHERE Name = \"{name}\""); }""",
        Setting.Default with { Options = "security_review.dialect = mysql" });

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "ranking", Verdict.IsSilent)]
    public Task NameFromARequest_IsLeftToTheOtherRule() => Verify<DynamicIdentifierAnalyzer>.IsSilentAsync(Usings + """
        public class UsersController(SqliteConnection connection) : ControllerBase
        {
            [HttpGet] public object? List(string sort) => connection.Query("SELECT * FROM Users ORDER BY " + sort);
        }
        """);

    [Fact]
    [Clause(RuleIds.DynamicIdentifier, "ranking", Verdict.Reports)]
    public async Task NameBesideAValue_IsOneFinding()
    {
        var source = Method("""return connection.Query($"SELECT * FROM Users WHERE Mail = '{mail}' ORDER BY {name}");""", "string name, string mail");
        var finding = Assert.Single(await Verify<DynamicIdentifierAnalyzer>.FindingsAsync(source));
        Assert.Equal("'name' stands for a name or keyword in this SQL text; choose it from constants, or let the provider quote it", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(await Verify<NonConstantSqlAnalyzer>.FindingsAsync(source));
    }

    [Theory]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY " + name.""")]
    [InlineData("""return connection.Query($"SELECT * FROM {""")]
    [InlineData("""new SqliteCommand("SELECT * FROM " + missing, ;""")]
    public Task HalfTypedCode_DoesNotThrow(string body) => Verify<DynamicIdentifierAnalyzer>.RunsAsync(Method(body), Setting.Default with { Broken = true });

    [Fact]
    public Task TopLevelStatements_Report() => Verify<DynamicIdentifierAnalyzer>.ReportsAsync(
        Usings + """
        using var connection = new SqliteConnection("Data Source=:memory:");
        var table = args.Length > 0 ? args[0] : "Users";
        connection.Execute([|$"DELETE FROM {table}"|]);
        await connection.ExecuteAsync([|"ANALYZE " + Console.ReadLine()|]);
        """,
        Setting.Program);
}
