using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Where request data enters and what makes it harmless, in the forms that real programs have.</summary>
public class SqlInjectionRequestAnalyzerTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Cryptography;
        using System.Text;
        using System.Text.Json;
        using System.Text.RegularExpressions;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.Data.Sqlite;

        public class Input { public string Title { get; set; } = ""; public int Year { get; set; } }
        public static class Columns { public const string Id = "Id"; public static string Configured { get; set; } = ""; }

        """;

    private static string Page(string body, string attributes = "") => Usings + $$"""
        {{attributes}}
        public class SearchModel(SqliteConnection connection) : PageModel
        {
            [BindProperty(SupportsGet = true)] public string Term { get; set; } = "";
            [BindProperty] public Input Input { get; set; } = new();
            [FromQuery] public string Order { get; set; } = "";
            public string Shown { get; set; } = "";
            [BindProperty] public string Fixed { get; } = "x";

            public object? OnPost()
            {
                {{body}}
            }
        }
        """;

    private static string Action(string body, string parameters = "string name") => Usings + $$"""
        public class NotesController(SqliteConnection connection, Npgsql.NpgsqlDataSource source, MySqlConnector.MySqlDataSource other) : ControllerBase
        {
            private const string Title = "Title";
            private static readonly string[] s_columns = ["Id", "Title"];
            private static readonly string[] s_named = { nameof(Input.Year), Columns.Id, Title };
            private static readonly string[] s_open = ["Id", Columns.Configured];
            private static readonly Regex s_others = new("[^0-9a-zA-Z_]+");

            public object? Find({{parameters}})
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("""return connection.Query([|"SELECT * FROM Notes WHERE Title = '" + Term + "'"|]);""")]
    [InlineData("""return connection.Query([|$"SELECT * FROM Notes WHERE Title = '{Input.Title}'"|]);""")]
    [InlineData("""var input = Input; return connection.Query([|"SELECT '" + input.Title + "'"|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Notes ORDER BY " + this.Order|]);""")]
    [InlineData("""Func<object> run = () => connection.Query([|"SELECT '" + Term + "'"|]); return run();""")]
    public Task BoundProperty_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Page(body));

    [Fact]
    public Task PropertyOfBoundClass_Reports() =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(Page("""return connection.Query([|"SELECT '" + Shown + "'"|]);""", "[BindProperties]"));

    [Theory]
    [InlineData("""return connection.Query([|"SELECT '" + Term + "'"|]);""")]
    [InlineData("""return connection.Query([|"SELECT '" + Order + "'"|]);""")]
    public Task PropertyBoundOnGet_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Page(body).Replace("OnPost", "OnGet", StringComparison.Ordinal));

    [Theory]
    [InlineData("""return connection.Query("SELECT '" + Input.Title + "'");""")]
    [InlineData("""Func<object> run = () => connection.Query("SELECT '" + Input.Title + "'"); return run();""")]
    public Task PropertyNotBoundOnGet_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Page(body).Replace("OnPost", "OnGet", StringComparison.Ordinal));

    [Theory]
    [InlineData("""return connection.Query("SELECT * FROM Notes WHERE Title = @Term", new { Term });""")]
    [InlineData("""return connection.Query($"SELECT * FROM Notes WHERE Year = {Input.Year}");""")]
    [InlineData("""return connection.Query("SELECT '" + Shown + Fixed + "'");""")]
    [InlineData("""Term = "a"; return connection.Query("SELECT '" + Term + "'");""")]
    [InlineData("""if (Order is not ("Id" or "Title")) return null; return connection.Query("SELECT * FROM Notes ORDER BY " + Order);""")]
    [InlineData("""if (!new[] { "a", "b" }.Contains(Input.Title)) return null; return connection.Query("SELECT '" + Input.Title + "'");""")]
    public Task OtherOrCheckedProperty_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Page(body));

    [Theory]
    [InlineData("""return connection.Query([|"SELECT '" + body.GetProperty("name").GetString() + "'"|]);""")]
    [InlineData("""if (!body.TryGetProperty("name", out var name)) return null; return connection.Query([|"SELECT '" + name.GetString() + "'"|]);""")]
    [InlineData("""return connection.Query([|"SELECT '" + body.GetRawText() + "'"|]);""")]
    public Task JsonElement_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body, "[FromBody] JsonElement body"));

    [Theory]
    [InlineData("""return connection.Query($"SELECT {body.GetProperty("year").GetInt32()}");""")]
    [InlineData("""return connection.Query($"SELECT '{body.GetProperty("key").GetGuid()}'");""")]
    [InlineData("""return connection.Query("SELECT @name", new { name = body.GetProperty("name").GetString() });""")]
    public Task NumberOfJsonElement_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body, "[FromBody] JsonElement body"));

    [Theory]
    [InlineData("""return connection.Query([|"SELECT '" + JsonSerializer.Serialize(new { name }) + "'"|]);""")]
    [InlineData("""var input = new Input(); input.Title = name; return connection.Query([|"SELECT '" + JsonSerializer.Serialize(input) + "'"|]);""")]
    public Task SerializedObject_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));

    [Theory]
    [InlineData("""return connection.Query("SELECT '" + JsonSerializer.Serialize(new { name.Length }) + "'");""")]
    public Task SerializedNumber_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body));

    private static string Routed(string type, string action, string parameter) => Usings + $$"""
        {{type}}
        public class NotesController(SqliteConnection connection) : ControllerBase
        {
            {{action}}
            public object? Find({{parameter}}) => connection.Query([|"SELECT '" + id + "'"|]);
        }
        """;

    [Theory]
    [InlineData("[ApiController]", "[HttpGet(\"{id:guid}\")]", "string id")]
    [InlineData("[ApiController]", "[HttpGet, Route(\"x/{id:int:min(1)}/y\")]", "string id")]
    [InlineData("", "[HttpGet(\"{id:alpha?}\")]", "[FromRoute] string id")]
    public Task ConstrainedRoute_IsSilent(string type, string action, string parameter) =>
        Verify<SqlInjectionAnalyzer>.IsSilentAsync(Routed(type, action, parameter).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("[ApiController]", "[HttpGet(\"{id}\")]", "string id")]
    [InlineData("[ApiController]", "[HttpGet(\"{id:length(3)}\")]", "string id")]
    [InlineData("[ApiController]", "[HttpGet(\"{id:guid}\"), HttpGet(\"all\")]", "string id")]
    [InlineData("[ApiController]", "[HttpGet(\"{id:guid}\")]", "[FromQuery] string id")]
    [InlineData("[ApiController]", "[HttpGet(\"{other:guid}\")]", "string id")]
    [InlineData("", "[HttpPost(\"{id:guid}\")]", "string id")]
    public Task OpenRoute_Reports(string type, string action, string parameter) =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(Routed(type, action, parameter));

    [Theory]
    [InlineData("/notes/{id:guid}", false)]
    [InlineData("/notes/{id}", true)]
    public Task RouteOfAHandler_DecidesWhatItTakes(string template, bool reports)
    {
        var code = $$"""
            using Dapper;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Data.Sqlite;
            var app = WebApplication.Create(args);
            app.MapGet("{{template}}", (string id, SqliteConnection connection) => connection.Query([|"SELECT '" + id + "'"|]));
            """;
        return reports
            ? Verify<SqlInjectionAnalyzer>.ReportsAsync(code, Setting.Program)
            : Verify<SqlInjectionAnalyzer>.IsSilentAsync(code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), Setting.Program);
    }

    [Theory]
    [InlineData("""return source.CreateCommand([|"SELECT '" + name + "'"|]);""")]
    [InlineData("""return other.CreateCommand([|"SELECT '" + name + "'"|]);""")]
    public Task CommandOfDataSource_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));

    [Theory]
    [InlineData("""var command = source.CreateCommand("SELECT $1"); command.Parameters.AddWithValue(name); return command;""")]
    [InlineData("""return other.CreateCommand("SELECT 1");""")]
    public Task ConstantCommandOfDataSource_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("""return connection.Query("SELECT '" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name))) + "'");""")]
    [InlineData("""return connection.Query("SELECT '" + Convert.ToBase64String(Encoding.UTF8.GetBytes(name)) + "'");""")]
    [InlineData("""return connection.Query("SELECT '" + BitConverter.ToString(Encoding.UTF8.GetBytes(name)).Replace("-", "") + "'");""")]
    [InlineData("""return connection.Query("SELECT * FROM t_" + Regex.Replace(name, "[^a-zA-Z0-9_]", ""));""")]
    [InlineData("""return connection.Query("SELECT * FROM t_" + Regex.Replace(name, @"[^\w]+", string.Empty));""")]
    [InlineData("""return connection.Query("SELECT * FROM t_" + s_others.Replace(name, "_"));""")]
    [InlineData("""if (!s_named.Contains(name)) return null; return connection.Query("SELECT " + name);""")]
    [InlineData("""if (!new HashSet<string>(StringComparer.Ordinal) { Columns.Id, Title }.Contains(name)) return null; return connection.Query("SELECT " + name);""")]
    [InlineData("""var set = new HashSet<string> { Columns.Id, Title }; if (!set.Contains(name)) return null; return connection.Query("SELECT " + name);""")]
    [InlineData("""if (Array.IndexOf(s_columns, name) < 0) return null; return connection.Query("SELECT " + name);""")]
    [InlineData("""return Array.IndexOf(s_columns, name) != -1 ? connection.Query("SELECT " + name) : null;""")]
    [InlineData("""var columns = new List<string> { "Id", "Title" }; if (columns.IndexOf(name) >= 0) return connection.Query("SELECT " + name); return null;""")]
    public Task HarmlessText_IsSilent(string body) => Verify<SqlInjectionAnalyzer>.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("""return connection.Query([|"SELECT '" + Encoding.UTF8.GetString(Convert.FromBase64String(name)) + "'"|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM t_" + Regex.Replace(name, "[^a-zA-Z0-9_']", "")|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM t_" + Regex.Replace(name, "[^!-~]", "")|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM t_" + Regex.Replace(name, "[a-z]", "")|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM t_" + Regex.Replace(name, "[^a-z]", "'")|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM t_" + s_others.Replace(name, "_", 1)|]);""")]
    [InlineData("""if (Array.IndexOf(s_columns, name) < 0) return connection.Query([|"SELECT " + name|]); return null;""")]
    [InlineData("""if (!s_open.Contains(name)) return null; return connection.Query([|"SELECT " + name|]);""")]
    [InlineData("""if (Array.IndexOf(s_columns, name) != 0) return connection.Query([|"SELECT " + name|]); return null;""")]
    [InlineData("""if (name.IndexOf("x") >= 0) return connection.Query([|"SELECT " + name|]); return null;""")]
    public Task TextThatOnlyLooksHarmless_Reports(string body) => Verify<SqlInjectionAnalyzer>.ReportsAsync(Action(body));
}
