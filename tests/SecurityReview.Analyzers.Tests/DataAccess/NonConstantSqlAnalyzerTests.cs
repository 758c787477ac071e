using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class NonConstantSqlAnalyzerTests
{
    [Theory]
    [Clause(RuleIds.NonConstantSql, "unknown-caller", Verdict.Reports)]
    [Clause(RuleIds.NonConstantSql, "constants", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = '" + name + "'"|]);""")]
    [InlineData("""return connection.Query([|$"SELECT * FROM Users WHERE Name = '{name.Trim()}'"|]);""")]
    [InlineData("""var sql = "SELECT * FROM Users"; if (name.Length > 0) sql += " WHERE Name = '" + name + "'"; return connection.Query([|sql|]);""")]
    [InlineData("""using var command = new SqliteCommand([|string.Format("SELECT * FROM Users WHERE Name = '{0}'", name)|], connection); return command.ExecuteScalar();""")]
    [InlineData("""var text = new StringBuilder("SELECT * FROM Users WHERE "); text.Append(name); return connection.Query([|text.ToString()|]);""")]
    [InlineData("""return new[] { 1, 2 }.Select(id => connection.Execute([|"DELETE FROM Users WHERE Name = '" + name + "' AND Id = " + id|])).Sum();""")]
    [InlineData("""int Delete(string condition) => connection.Execute([|"DELETE FROM Users WHERE " + condition|]); return Delete(name);""")]
    [InlineData("""DbCommand command = connection.CreateCommand(); command.CommandText = "SELECT 1"; command.CommandText += [|" WHERE " + name|]; return command.ExecuteScalar();""")]
    [InlineData("""return connection.Execute(param: null, sql: [|"DELETE FROM Users WHERE Name = '" + name + "'"|]);""")]
    [InlineData("""string sql; if (name == "") sql = "SELECT 1"; else sql = $"SELECT * FROM Users WHERE {name}"; return connection.Query([|sql|]);""")]
    public Task PartFromUnknownCaller_Reports(string body) => Verify<NonConstantSqlAnalyzer>.ReportsAsync(Method(body));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "unknown-caller", Verdict.Reports)]
    [InlineData("""public object? Find(Filter filter) => connection.Query([|$"SELECT * FROM Users WHERE Name = '{filter.Name}'"|]);""")]
    [InlineData("""public string Condition { get; set; } = "1 = 1"; public object? Find() => connection.Query([|"SELECT * FROM Users WHERE " + Condition|]);""")]
    [InlineData("""public async Task<object?> Find(Task<string> name) { var value = await name; return await connection.QueryAsync([|$"SELECT * FROM Users WHERE Name = '{value}'"|]); }""")]
    [InlineData("""public Func<string, int> Deleter() => name => connection.Execute([|"DELETE FROM Users WHERE Name = '" + name + "'"|]);""")]
    [InlineData("""private string _where = "1 = 1"; public void Restrict(string where) => _where = where; public object? Find() => connection.Query([|"SELECT * FROM Users WHERE " + _where|]);""")]
    [InlineData("""public object? Find(string name) => connection.Query([|Text(name)|]); private static string Text(string name) => "SELECT * FROM Users WHERE Name = '" + name + "'";""")]
    [InlineData("""protected virtual string Where(string name) => "Name = '" + name + "'"; public object? Find(string name) => connection.Query([|"SELECT * FROM Users WHERE " + Where(name)|]);""")]
    public Task PartFromOutsideOfTheLibrary_Reports(string members) => Verify<NonConstantSqlAnalyzer>.ReportsAsync(Class(members));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "unknown-caller", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandText = "SELECT * FROM Users WHERE Name = $name"; command.Parameters.AddWithValue("$name", name); return command.ExecuteScalar();""")]
    [InlineData("""return connection.Query($"SELECT * FROM Users WHERE Name = @name LIMIT {name.Length}", new { name });""")]
    [InlineData("""var days = int.Parse(name); return connection.Query($"SELECT * FROM Users WHERE Born > '{DateTime.UtcNow.AddDays(-days):yyyy-MM-dd}' AND Id <> '{Guid.NewGuid()}' AND Active = {true}");""")]
    [InlineData("""var clauses = new List<string>(); if (name != "") clauses.Add("Name = @name"); return connection.Query("SELECT * FROM Users WHERE " + string.Join(" AND ", clauses), new { name });""")]
    public Task BoundPart_IsSilent(string body) => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Method(body));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "opt-in", Verdict.Reports)]
    [InlineData("""return connection.Execute([|File.ReadAllText(name)|]);""")]
    [InlineData("""return connection.Execute([|"UPDATE Users SET Note = '" + Console.ReadLine() + "'"|]);""")]
    [InlineData("""var other = connection.ExecuteScalar<string>("SELECT Name FROM Users"); return connection.Execute([|$"DELETE FROM Users WHERE Name = '{other}'"|]);""")]
    [InlineData("""var answer = new HttpClient().GetStringAsync("https://example.test").Result; return connection.Execute([|"UPDATE Users SET Note = '" + answer + "'"|]);""")]
    [InlineData("""IConfiguration settings = new ConfigurationBuilder().Build(); return connection.Execute([|settings["Query"]|]!);""")]
    [InlineData("""try { return null; } catch (Exception error) { return connection.Execute([|"INSERT INTO Log VALUES ('" + error.Message + "')"|]); }""")]
    public Task SourceThatIsNoThreat_Reports(string body) => Verify<NonConstantSqlAnalyzer>.ReportsAsync(Method(body));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "opt-in", Verdict.IsSilent)]
    [Clause(RuleIds.NonConstantSql, "threat-models", Verdict.IsSilent)]
    [InlineData("local", """return connection.Execute(File.ReadAllText(name));""")]
    [InlineData("remote, database", """var other = connection.ExecuteScalar<string>("SELECT Name FROM Users"); return connection.Execute($"DELETE FROM Users WHERE Name = '{other}'");""")]
    public Task SourceThatIsAThreat_IsLeftToTheOtherRule(string models, string body) =>
        Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Method(body), Setting.Default with { Options = "security_review.threat_models = " + models });

    [Fact]
    [Clause(RuleIds.NonConstantSql, "threat-models", Verdict.Reports)]
    public Task RemoteSourceThatIsNoThreat_Reports() => Verify<NonConstantSqlAnalyzer>.ReportsAsync(
        Usings + """
        public class UsersController(SqliteConnection connection) : ControllerBase
        {
            [HttpGet] public object? Find(string name) => connection.Query([|$"SELECT * FROM Users WHERE Name = '{name}'"|]);
        }
        """,
        Setting.Default with { Options = "security_review.threat_models = local" });

    [Theory]
    [Clause(RuleIds.NonConstantSql, "constants", Verdict.IsSilent)]
    [InlineData("""private const string Columns = "Id, Name"; public object? List() => connection.Query($"SELECT {Columns} FROM {nameof(User)}");""")]
    [InlineData("""public object? List<T>() => connection.Query($"SELECT * FROM {typeof(T).Name}s WHERE State = '{State.Open}'");""")]
    [InlineData("""private static readonly string s_columns = string.Join(", ", typeof(User).GetProperties().Select(property => property.Name)); public object? List() => connection.Query("SELECT " + s_columns + " FROM Users");""")]
    [InlineData("""private readonly string _table = "Users"; protected virtual string Order => "Name"; public object? List() => connection.Query("SELECT * FROM " + _table + " ORDER BY " + Order);""")]
    [InlineData("""private string _where = ""; public void OnlyOpen() => _where = " WHERE State = 0"; public object? List() => connection.Query("SELECT * FROM Users" + _where);""")]
    [InlineData("""public string Table { get; } = "Users"; public object? List(State state) => connection.Query($"SELECT * FROM {Table} WHERE State = {state:D} OR State = '{state}'");""")]
    [InlineData("""private static readonly string[] s_tables = ["Users", "Orders"]; public void Clear() { foreach (var table in s_tables) connection.Execute("DELETE FROM " + table + Environment.NewLine); }""")]
    [InlineData("""private static readonly Lazy<string> s_sql = new(() => "SELECT " + nameof(User.Id) + " FROM Users"); public object? List() => connection.Query(s_sql.Value);""")]
    public Task ConstantText_IsSilent(string members) => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Class(members));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "choices", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users ORDER BY Name " + (name == "down" ? "DESC" : "ASC"));""")]
    [InlineData("""var column = name switch { "mail" => "Mail", "name" => "Name", _ => throw new ArgumentException(name) }; return connection.Query($"SELECT * FROM Users ORDER BY {column}");""")]
    [InlineData("""var columns = new Dictionary<string, string> { ["mail"] = "Mail" }; return columns.TryGetValue(name, out var column) ? connection.Query("SELECT * FROM Users ORDER BY " + column) : null;""")]
    [InlineData("""if (name is not ("Mail" or "Name")) return null; return connection.Query("SELECT * FROM Users ORDER BY " + name);""")]
    [InlineData("""if (!Regex.IsMatch(name, "^[A-Za-z]+$")) throw new ArgumentException(name); return connection.Query("SELECT * FROM Users ORDER BY " + name);""")]
    [InlineData("""return Enum.TryParse<State>(name, out var state) && Enum.IsDefined(state) ? connection.Query($"SELECT * FROM Users WHERE State = '{state}'") : null;""")]
    public Task ChosenConstants_AreSilent(string body) => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Method(body));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "choices", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE " + (name == "all" ? "1 = 1" : name)|]);""")]
    [InlineData("""var condition = name switch { "" => "1 = 1", _ => $"Name = '{name}'" }; return connection.Query([|$"SELECT * FROM Users WHERE {condition}"|]);""")]
    [InlineData("""var known = new Dictionary<string, string> { ["all"] = "1 = 1", ["own"] = name }; return connection.Query([|"SELECT * FROM Users WHERE " + known["own"]|]);""")]
    [InlineData("""if (name.Contains("drop")) return null; return connection.Query([|"SELECT * FROM Users WHERE Name = '" + name.Replace("'", "''") + "'"|]);""")]
    public Task ChoiceWithSomethingElse_Reports(string body) => Verify<NonConstantSqlAnalyzer>.ReportsAsync(Method(body));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "helpers", Verdict.IsSilent)]
    [InlineData("""public void Clear() { Delete("Users"); Delete("Orders"); } private void Delete(string where) => connection.Execute($"DELETE FROM Users WHERE {where}");""")]
    [InlineData("""public void Clear() => Delete(1 + " = 1"); internal void Delete(string where) => connection.Execute("DELETE FROM Users WHERE " + where);""")]
    [InlineData("""public void Clear(Guid id) => Delete($"Id = '{id}'"); private void Delete(string where) => Again(where + " AND 1 = 1"); private void Again(string where) => connection.Execute("DELETE FROM Users WHERE " + where);""")]
    [InlineData("""public void Clear() { void Delete(string where) => connection.Execute("DELETE FROM Users WHERE " + where); Delete("1 = 1"); }""")]
    [InlineData("""public void Clear() => new Part(connection, "Users").Clear(); private sealed class Part(SqliteConnection connection, string where) { public void Clear() => connection.Execute("DELETE FROM Users WHERE " + where); }""")]
    public Task HelperWithConstantCallers_IsSilent(string members) => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Class(members));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "helpers", Verdict.Reports)]
    [InlineData("""public void Clear() => Delete("1 = 1"); public void Delete(string where) => connection.Execute([|$"DELETE FROM Users WHERE {where}"|]);""")]
    [InlineData("""public void Clear() => Delete("1 = 1"); public void Clear(string name) => Delete($"Name = '{name}'"); private void Delete(string where) => connection.Execute([|"DELETE FROM Users WHERE " + where|]);""")]
    public Task HelperWithAnyCaller_Reports(string members) => Verify<NonConstantSqlAnalyzer>.ReportsAsync(Class(members));

    [Fact]
    [Clause(RuleIds.NonConstantSql, "helpers", Verdict.IsSilent)]
    public Task PublicHelperOfAProgram_IsSilentWithConstantCallers() => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(
        Usings + """
        using var connection = new SqliteConnection("Data Source=:memory:");
        new Store(connection).Delete("State = 1");
        new Other(connection).Run();

        public class Store(SqliteConnection connection)
        {
            public int Delete(string where) => connection.Execute("DELETE FROM Users WHERE " + where);
        }

        public interface ICondition { string Text { get; } }
        public class Closed : ICondition { public string Text => "State = 1"; }
        file static class Own { public static void Clear(SqliteConnection connection, string table) => connection.Execute($"DELETE FROM Users WHERE 'x' = '{table}'"); }
        public class Other(SqliteConnection connection)
        {
            public void Run() { Find(new Closed()); Own.Clear(connection, "Users"); }
            public object Find(ICondition condition) => connection.Query("SELECT * FROM Users WHERE " + condition.Text);
        }
        """,
        Setting.Program);

    [Fact]
    [Clause(RuleIds.NonConstantSql, "helpers", Verdict.Reports)]
    public Task PublicHelperOfAProgram_ReportsWhatACallerPasses() => Verify<NonConstantSqlAnalyzer>.ReportsAsync(
        Usings + """
        using var connection = new SqliteConnection("Data Source=:memory:");
        new Store(connection).Delete("Name = '" + args[0] + "'");
        connection.Execute([|$"DELETE FROM Users WHERE Name = '{Console.ReadLine()}'"|]);

        public class Store(SqliteConnection connection)
        {
            public int Delete(string where) => connection.Execute([|"DELETE FROM Users WHERE " + where|]);
        }
        """,
        Setting.Program);

    [Fact]
    [Clause(RuleIds.NonConstantSql, "wrappers", Verdict.Reports)]
    public Task TextGivenToAWrapper_Reports() => Verify<NonConstantSqlAnalyzer>.ReportsAsync(Class("""
        public int Execute(string sql) => connection.Execute(sql);
        public int Delete(string name) => Execute([|"DELETE FROM Users WHERE Name = '" + name + "'"|]);
        """));

    [Fact]
    [Clause(RuleIds.NonConstantSql, "wrappers", Verdict.IsSilent)]
    public Task Wrapper_IsSilent() => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Class("""
        public int Execute(string sql, object? parameters = null) { var text = sql; return connection.Execute(text, parameters); }
        public int Delete(string name) => Execute("DELETE FROM Users WHERE Name = @name", new { name });
        private readonly string _kept = "";
        public Target(SqliteConnection connection, string sql) : this(connection) => _kept = sql;
        public int Run() => connection.Execute(_kept);
        """));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "procedures", Verdict.IsSilent)]
    [InlineData("""return connection.Query("app_" + name, commandType: CommandType.StoredProcedure);""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandType = CommandType.StoredProcedure; command.CommandText = $"app.{name}"; return command.ExecuteScalar();""")]
    [InlineData("""using var command = new SqlCommand("app_" + name) { CommandType = CommandType.StoredProcedure }; return command.ExecuteScalar();""")]
    public Task NameOfAProcedure_IsSilent(string body) => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Method(body));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "procedures", Verdict.Reports)]
    [InlineData("""return connection.Query([|"EXEC app_run '" + name + "'"|], commandType: CommandType.Text);""")]
    [InlineData("""using var command = connection.CreateCommand(); command.CommandType = CommandType.Text; command.CommandText = [|$"EXEC app_run '{name}'"|]; return command.ExecuteScalar();""")]
    public Task CallOfAProcedure_Reports(string body) => Verify<NonConstantSqlAnalyzer>.ReportsAsync(Method(body));

    [Fact]
    [Clause(RuleIds.NonConstantSql, "ranking", Verdict.IsSilent)]
    public Task TextWithASource_IsLeftToTheOtherRule() => Verify<NonConstantSqlAnalyzer>.IsSilentAsync(Usings + """
        public class UsersController(SqliteConnection connection) : ControllerBase
        {
            [HttpGet] public object? Find(string name) => connection.Query($"SELECT * FROM Users WHERE Name = '{name}'");
            [HttpGet("all")] public object? All(string name, string where) => new Library(connection).Find(where, name);
        }
        public class Library(SqliteConnection connection)
        {
            public object? Find(string where, string name) => connection.Query($"SELECT * FROM Users WHERE {where} AND Name = '{name}'");
        }
        """);

    [Fact]
    [Clause(RuleIds.NonConstantSql, "ranking", Verdict.Reports)]
    public async Task TextWithoutASource_ReportsWhatAndWhere()
    {
        var findings = await Verify<NonConstantSqlAnalyzer>.FindingsAsync(Method("""
            var condition = "Name = '" + name + "'";
            return connection.Query("SELECT * FROM Users WHERE " + condition);
            """));
        var finding = Assert.Single(findings);
        Assert.Equal("'name' becomes a part of this SQL text and is not known to be the program's own; pass it as a parameter", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(finding.AdditionalLocations.Count > 1);
    }

    [Theory]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name = '" + name""")]
    [InlineData("""return connection.Query($"SELECT * FROM {name.""")]
    [InlineData("""var x = new SqliteCommand("SELECT " + unknown + name[, connection); x.CommandText = """)]
    public Task HalfTypedCode_DoesNotThrow(string body) => Verify<NonConstantSqlAnalyzer>.RunsAsync(Method(body), Setting.Default with { Broken = true });
}
