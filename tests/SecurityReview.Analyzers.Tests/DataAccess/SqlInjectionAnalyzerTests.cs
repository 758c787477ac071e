using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class SqlInjectionAnalyzerTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using System.Data.Common;
        using System.Linq;
        using System.Text;
        using System.Text.RegularExpressions;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;

        """;

    /// <summary>An action of a controller with a connection and a context at hand.</summary>
    private static string Action(string body, string parameters = "string name") => Usings + $$"""
        public class User { public int Id { get; set; } public string Name { get; set; } = ""; }
        public class Store : DbContext { public DbSet<User> Users => Set<User>(); }
        public class Filter { public string Name { get; set; } = ""; public string Other { get; set; } = ""; public int Age { get; set; } }
        public class UsersController(SqliteConnection connection, Store store) : ControllerBase
        {
            public async Task<object?> Find({{parameters}})
            {
                await Task.Yield();
        {{body}}
            }
        }
        """;

    [Theory]
    [Clause(RuleIds.SqlInjection, "sink-ado", Verdict.Reports)]
    [InlineData("""var command = connection.CreateCommand(); command.CommandText = [|"SELECT * FROM Users WHERE Name = '" + name + "'"|]; return command.ExecuteScalar();""")]
    [InlineData("""using var command = new SqliteCommand([|$"SELECT * FROM Users WHERE Name = '{name}'"|], connection); return command.ExecuteScalar();""")]
    [InlineData("""DbCommand command = connection.CreateCommand(); command.CommandText = "SELECT 1"; command.CommandText += [|name|]; return command.ExecuteScalar();""")]
    [InlineData("""IDbCommand command = connection.CreateCommand(); command.CommandText = [|string.Format("SELECT '{0}'", name)|]; return command.ExecuteScalar();""")]
    [InlineData("""var command = new SqliteCommand { Connection = connection, CommandText = [|"SELECT " + name|] }; return command.ExecuteScalar();""")]
    public Task AdoNetText_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));

    [Theory]
    [Clause(RuleIds.SqlInjection, "sink-dapper", Verdict.Reports)]
    [InlineData("""return await connection.QueryAsync<User>([|$"SELECT * FROM Users WHERE Name = '{name}'"|]);""")]
    [InlineData("""return connection.Execute(param: null, sql: [|"DELETE FROM Users WHERE Name = '" + name + "'"|]);""")]
    [InlineData("""return await connection.ExecuteAsync(new CommandDefinition([|"DELETE FROM Users WHERE Name = '" + name + "'"|]));""")]
    public Task DapperText_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));

    [Theory]
    [Clause(RuleIds.SqlInjection, "sink-ef", Verdict.Reports)]
    [InlineData("""return await store.Users.FromSqlRaw([|$"SELECT * FROM Users WHERE Name = '{name}'"|]).ToListAsync();""")]
    [InlineData("""return await store.Database.ExecuteSqlRawAsync([|"DELETE FROM Users WHERE Name = '" + name + "'"|]);""")]
    [InlineData("""return store.Database.SqlQueryRaw<int>([|$"SELECT Id AS Value FROM Users WHERE Name = '{name}'"|]).ToList();""")]
    public Task EntityFrameworkText_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));

    [Theory]
    [Clause(RuleIds.SqlInjection, "sink-ado", Verdict.IsSilent)]
    [Clause(RuleIds.SqlInjection, "sink-dapper", Verdict.IsSilent)]
    [Clause(RuleIds.SqlInjection, "sink-ef", Verdict.IsSilent)]
    [InlineData("""var command = connection.CreateCommand(); command.CommandText = "SELECT * FROM Users WHERE Name = @name"; command.Parameters.AddWithValue("@name", name); return command.ExecuteScalar();""")]
    [InlineData("""return await connection.QueryAsync<User>("SELECT * FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""return await store.Users.FromSql($"SELECT * FROM Users WHERE Name = {name}").ToListAsync();""")]
    [InlineData("""return await store.Users.FromSqlInterpolated($"SELECT * FROM Users WHERE Name = {name}").ToListAsync();""")]
    [InlineData("""return await store.Users.FromSqlRaw("SELECT * FROM Users WHERE Name = {0}", name).ToListAsync();""")]
    [InlineData("""const string table = "Users"; return await connection.QueryAsync<User>($"SELECT * FROM {table} WHERE Name = @name", new { name });""")]
    [InlineData("""var sql = "SELECT * FROM " + nameof(User) + " WHERE Name = @name"; return await connection.QueryAsync<User>(sql, new { name });""")]
    public Task BoundValue_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body));

    [Theory]
    [Clause(RuleIds.SqlInjection, "flow-local", Verdict.Reports)]
    [InlineData("""var sql = "SELECT '" + name + "'"; return connection.Query([|sql|]);""")]
    [InlineData("""var sql = "SELECT "; sql += name; return connection.Query([|sql|]);""")]
    [InlineData("""var text = name; var copy = text.Trim().ToLower(); return connection.Query([|"SELECT " + copy|]);""")]
    [InlineData("""string sql; if (name.Length > 3) sql = "SELECT 1"; else sql = name; return connection.Query([|sql|]);""")]
    [InlineData("""var sql = name.Length > 3 ? name : "SELECT 1"; return connection.Query([|sql|]);""")]
    [InlineData("""var sql = ""; foreach (var part in name.Split(',')) sql += part; return connection.Query([|sql|]);""")]
    [InlineData("""var builder = new StringBuilder("SELECT "); builder.Append("x").Append(name); return connection.Query([|builder.ToString()|]);""")]
    [InlineData("""var builder = new StringBuilder(); builder.AppendFormat("SELECT {0}", name); var sql = builder.ToString(); return connection.Query([|sql|]);""")]
    [InlineData("""var parts = new List<string> { "SELECT", name }; return connection.Query([|string.Join(" ", parts)|]);""")]
    [InlineData("""var parts = new[] { "SELECT ", name }; return connection.Query([|string.Concat(parts)|]);""")]
    [InlineData("""var (verb, rest) = ("SELECT ", name); return connection.Query([|verb + rest|]);""")]
    [InlineData("""var filter = new Filter { Name = name }; return connection.Query([|"SELECT " + filter.Name|]);""")]
    [InlineData("""var first = new Filter(); var second = first; second.Name = name; return connection.Query([|"SELECT " + first.Name|]);""")]
    [InlineData("""var map = new Dictionary<string, string>(); map["a"] = name; return connection.Query([|"SELECT " + map["a"]|]);""")]
    [InlineData("""string? sql = null; sql ??= "SELECT " + name; return connection.Query([|sql|]);""")]
    [InlineData("""if ((object)name is string text) return connection.Query([|"SELECT " + text|]); return null;""")]
    [InlineData("""string sql = "SELECT 1"; try { sql = name; throw new Exception(); } catch { return connection.Query([|sql|]); }""")]
    [InlineData("""string sql = "SELECT 1"; try { sql = name; } finally { await Task.Yield(); } return connection.Query([|sql|]);""")]
    public Task FlowWithinTheMethod_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));

    [Theory]
    [Clause(RuleIds.SqlInjection, "flow-local", Verdict.IsSilent)]
    [InlineData("""var sql = "SELECT '" + name + "'"; sql = "SELECT 1"; return connection.Query(sql);""")]
    [InlineData("""var sql = name; if (name.Length > 0) sql = "SELECT 1"; else sql = "SELECT 2"; return connection.Query(sql);""")]
    [InlineData("""var filter = new Filter { Name = name, Other = "SELECT 1" }; return connection.Query(filter.Other);""")]
    [InlineData("""var parts = new[] { "SELECT 1", name }; return connection.Query(parts[0]);""")]
    [InlineData("""var map = new Dictionary<string, string>(); map["a"] = name; map["b"] = "SELECT 1"; return connection.Query(map["b"]);""")]
    [InlineData("""const bool unsafeSearch = false; var sql = "SELECT 1"; if (unsafeSearch) sql += name; return connection.Query(sql);""")]
    [InlineData("""var debug = false; var sql = debug ? name : "SELECT 1"; return connection.Query(sql);""")]
    [InlineData("""var builder = new StringBuilder("SELECT "); var other = new StringBuilder(name); builder.Append("1"); return connection.Query(builder.ToString());""")]
    [InlineData("""var (verb, rest) = ("SELECT 1", name); return connection.Query(verb);""")]
    [InlineData("""var log = "called with " + name; return connection.Query("SELECT 1", log);""")]
    public Task CleanValue_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body));

    [Theory]
    [Clause(RuleIds.SqlInjection, "types-without-text", Verdict.IsSilent)]
    [InlineData("int id")]
    [InlineData("Guid id")]
    [InlineData("DateTime id")]
    [InlineData("bool? id")]
    [InlineData("DayOfWeek id")]
    [InlineData("IEnumerable<int> id")]
    public Task ValueThatCannotCarryText_IsSilent(string parameter) =>
        Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action("""return connection.Query($"SELECT * FROM Users WHERE Id = {id}");""", parameter));

    [Theory]
    [Clause(RuleIds.SqlInjection, "types-without-text", Verdict.Reports)]
    [InlineData("string id")]
    [InlineData("object id")]
    [InlineData("IEnumerable<string> id")]
    [InlineData("[FromQuery] string id")]
    public Task ValueThatCarriesText_Reports(string parameter) =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(Action("""return connection.Query([|$"SELECT * FROM Users WHERE Id = {id}"|]);""", parameter));

    [Theory]
    [Clause(RuleIds.SqlInjection, "guard-allow-list", Verdict.IsSilent)]
    [InlineData("""string[] allowed = ["Name", "Id"]; if (!allowed.Contains(name)) return null; return connection.Query("SELECT * FROM Users ORDER BY " + name);""")]
    [InlineData("""var allowed = new HashSet<string> { "Name", "Id" }; if (allowed.Contains(name)) return connection.Query("SELECT * FROM Users ORDER BY " + name); return null;""")]
    [InlineData("""if (name is not ("Name" or "Id")) return null; return connection.Query("SELECT * FROM Users ORDER BY " + name);""")]
    [InlineData("""if (name != "Name") throw new ArgumentException(name); return connection.Query("SELECT * FROM Users ORDER BY " + name);""")]
    [InlineData("""var column = name switch { "name" => "Name", "id" => "Id", _ => throw new ArgumentException(name) }; return connection.Query("SELECT * FROM Users ORDER BY " + column);""")]
    [InlineData("""switch (name) { case "Name": case "Id": return connection.Query("SELECT * FROM Users ORDER BY " + name); default: return null; }""")]
    [InlineData("""if (!int.TryParse(name, out _)) return null; return connection.Query("SELECT * FROM Users WHERE Id = " + name);""")]
    [InlineData("""if (!int.TryParse(name, out var id)) return null; return connection.Query("SELECT * FROM Users WHERE Id = " + id);""")]
    [InlineData("""if (!Regex.IsMatch(name, "^[a-zA-Z0-9_]+$")) return null; return connection.Query("SELECT * FROM " + name);""")]
    [InlineData("""if (!name.All(char.IsLetterOrDigit)) return null; return connection.Query("SELECT * FROM " + name);""")]
    [InlineData("""var columns = new Dictionary<string, string> { ["name"] = "Name" }; if (!columns.TryGetValue(name, out var column)) return null; return connection.Query("SELECT * FROM Users ORDER BY " + column);""")]
    public Task AllowedValue_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body));

    [Theory]
    [Clause(RuleIds.SqlInjection, "guard-allow-list", Verdict.Reports)]
    [InlineData("""var denied = new[] { "drop" }; if (denied.Contains(name)) return null; return connection.Query([|"SELECT " + name|]);""")]
    [InlineData("""string[] allowed = ["Name", name + "!"]; if (!allowed.Contains(name)) return null; return connection.Query([|"SELECT " + name|]);""")]
    [InlineData("""if (name.Contains("'")) return null; return connection.Query([|"SELECT " + name|]);""")]
    [InlineData("""if (!Regex.IsMatch(name, "[a-z]+")) return null; return connection.Query([|"SELECT " + name|]);""")]
    [InlineData("""if (!Regex.IsMatch(name, "^[^;]+$")) return null; return connection.Query([|"SELECT " + name|]);""")]
    [InlineData("""var clean = name.Replace("'", "''"); return connection.Query([|"SELECT '" + clean + "'"|]);""")]
    [InlineData("""string[] allowed = ["Name", "Id"]; if (!allowed.Contains(name)) Console.WriteLine("odd"); return connection.Query([|"SELECT " + name|]);""")]
    public Task GuardThatAllowsTooMuch_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));

    [Fact]
    [Clause(RuleIds.SqlInjection, "source-request", Verdict.Reports)]
    public Task RequestMember_ReportsWithSourceAndPath() =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(
            Action("""var name = {|#1:Request.Query|}["name"].ToString(); var {|#2:sql = "SELECT " + name|}; return connection.Query({|#0:sql|});""", ""),
            new DiagnosticResult(Descriptors.SqlInjection).WithLocation(0).WithLocation(1)
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithMessage("A value from the query string reaches this SQL text; pass it as a parameter"));

    [Theory]
    [Clause(RuleIds.SqlInjection, "source-request", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT " + Request.Form["x"]|]);""")]
    [InlineData("""return connection.Query([|"SELECT " + Request.Headers["x"]|]);""")]
    [InlineData("""return connection.Query([|"SELECT " + Request.Cookies["x"]|]);""")]
    [InlineData("""return connection.Query([|"SELECT " + HttpContext.Request.Path|]);""")]
    [InlineData("""return connection.Query([|"SELECT " + Request.RouteValues["x"]|]);""")]
    [InlineData("""var filter = await Request.ReadFromJsonAsync<Filter>(); return connection.Query([|"SELECT " + filter!.Name|]);""")]
    public Task RequestMember_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body, ""));

    [Theory]
    [Clause(RuleIds.SqlInjection, "source-request", Verdict.IsSilent)]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Ok = " + Request.IsHttps);""")]
    [InlineData("""return connection.Query("SELECT " + Request.Query.Count);""")]
    [InlineData("""var filter = await Request.ReadFromJsonAsync<Filter>(); return connection.Query("SELECT " + filter!.Age);""")]
    [InlineData("""var filter = await Request.ReadFromJsonAsync<Filter>(); filter!.Name = "x"; return connection.Query("SELECT " + filter.Name);""")]
    public Task HarmlessRequestMember_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body, ""));

    [Theory]
    [Clause(RuleIds.SqlInjection, "threat-models", Verdict.Reports)]
    [InlineData("local", """return connection.Query([|"SELECT " + Environment.GetEnvironmentVariable("x")|]);""")]
    [InlineData("remote, local", """return connection.Query([|"SELECT " + Console.ReadLine()|]);""")]
    [InlineData("response", """using var client = new System.Net.Http.HttpClient(); return connection.Query([|"SELECT " + await client.GetStringAsync("https://x.test")|]);""")]
    [InlineData("database", """using var reader = connection.ExecuteReader("SELECT 1"); return connection.Query([|"SELECT " + reader.GetString(0)|]);""")]
    public Task SourceOfAThreatModelThatIsOn_Reports(string models, string body) =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body), Setting.Default with { Options = "security_review.threat_models = " + models });

    [Theory]
    [Clause(RuleIds.SqlInjection, "threat-models", Verdict.IsSilent)]
    [InlineData("remote", """return connection.Query("SELECT " + Environment.GetEnvironmentVariable("x"));""")]
    [InlineData("local", """return connection.Query("SELECT " + name);""")]
    public Task SourceOfAThreatModelThatIsOff_IsSilent(string models, string body) =>
        Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body), Setting.Default with { Options = "security_review.threat_models = " + models });

    [Fact]
    [Clause(RuleIds.SqlInjection, "source-parameter", Verdict.Reports)]
    public Task ParameterOfAMinimalApiHandler_Reports() =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(
            Usings + """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/users/{name}", (string name, SqliteConnection connection) => connection.Query([|$"SELECT * FROM Users WHERE Name = '{name}'"|]));
            app.MapGet("/more/{name}", Handlers.Find);
            app.MapPost("/search", (Search search, SqliteConnection connection) =>
            {
                var sql = "SELECT * FROM Users";
                if (search.Name != null)
                    sql += " WHERE Name = '" + search.Name + "'";
                return connection.Query([|sql|]);
            });
            app.MapGet("/local", Local);
            app.Run();

            static object Local(string name, SqliteConnection connection) => connection.Query([|"SELECT " + name|]);

            record Search(string? Name, int Age);

            static class Handlers
            {
                public static object Find(string name, SqliteConnection connection) => connection.Query(sql: [|"SELECT " + name|]);
            }
            """,
            Setting.Program);

    [Fact]
    [Clause(RuleIds.SqlInjection, "source-parameter", Verdict.IsSilent)]
    public Task ParameterThatTheCallerOfTheProgramDoesNotChoose_IsSilent() =>
        Verify<SqlInjectionAnalyzer>.IsSilentAsync(
            Usings + """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/users/{id}", (int id, SqliteConnection connection) => connection.Query($"SELECT * FROM Users WHERE Id = {id}"));
            app.MapGet("/search", (Search search, SqliteConnection connection, Catalogue catalogue) => connection.Query("SELECT " + search.Age + catalogue.Table));
            app.Run();

            record Search(string? Name, int Age);

            class Catalogue { public string Table => "Users"; }

            static class Reports
            {
                public static object Find(string table, SqliteConnection connection) => connection.Query("SELECT * FROM " + table);
            }
            """,
            Setting.Program);

    [Fact]
    public Task LambdaAndLocalFunctionWithinAnAction_Report() =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(Action("""
            Func<object> lambda = () => connection.Query([|"SELECT " + name|]);
            object Local() => connection.Query([|"SELECT " + name|]);
            return (lambda(), Local());
            """));

    [Fact]
    public Task LambdaWithinTryAndFinally_Reports() =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(Action("""
            try
            {
                Func<object> lambda = () => { if (name.Length > 2) return connection.Query([|"SELECT " + name|]); return ""; };
                return lambda();
            }
            catch (Exception)
            {
                throw;
            }
            finally
            {
                Action end = () => { try { name.Trim(); } finally { connection.Query([|name|]); } };
                end();
            }
            """));

    [Theory]
    [InlineData("""return connection.Query("SELECT " + """)]
    [InlineData("""var command = new SqliteCommand(name, ; command.CommandText = ; return""")]
    [InlineData("""return connection.Query($"SELECT {name} {Missing(name)} {""")]
    [InlineData("""var x = new Unknown { CommandText = name }; foreach (var y in ) { } return x switch { ;""")]
    public async Task HalfTypedCode_DoesNotThrow(string body)
    {
        await Verify<SqlInjectionAnalyzer>.RunsAsync(Action(body));
    }

    [Fact]
    public Task WithoutLibraries_IsSilent() =>
        Verify<SqlInjectionAnalyzer>.IsSilentAsync("class C { void M(string x) { System.Console.WriteLine(x); } }", Setting.Default with { FrameworkOnly = true });
}
