using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>Where no repair is certain to be right, none is offered.</summary>
public class DoubtfulSqlInjectionFixerTests
{
    private const string OdbcLibrary = """
        namespace System.Data.Odbc
        {
            public class Parameters : System.Data.Common.DbParameterCollection
            {
                public void AddWithValue(string name, object value) { }
            }

            public class OdbcCommand : System.Data.Common.DbCommand
            {
                public OdbcCommand(string cmdText) { }
                public new Parameters Parameters => null!;
            }
        }
        """;

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-wildcards", Verdict.IsSilent)]
    [InlineData("'\\\\%{name}'")]
    [InlineData("'{name}\\\\'")]
    public Task EscapeThatDependsOnTheDialect_OffersNothing(string pattern) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(
            Action($"DbConnection any = connection;\nreturn any.Query<User>([|$\"SELECT * FROM Users WHERE Name LIKE {pattern}\"|]);"));

    [Theory]
    [InlineData("float age", "{age}")]
    [InlineData("int age", "{age:N0}")]
    [InlineData("DateTime age", "{age}")]
    [InlineData("Guid age", "{age}")]
    [InlineData("string[] age", "'{age}'")]
    [InlineData("dynamic age", "'{age}'")]
    [InlineData("decimal age", "Age + {age}")]
    [InlineData("string age", "lower({age})")]
    public Task ValueWithoutACertainMeaning_OffersNothing(string parameter, string hole) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(
            Action($"return connection.Query<User>([|$\"SELECT * FROM Users WHERE Name = '{{name}}' AND Age = {hole}\"|]);", "string name, " + parameter));

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-value", Verdict.IsSilent)]
    [InlineData("""$"SELECT * FROM {name}" """)]
    [InlineData("""$"SELECT {name} FROM Users" """)]
    [InlineData("""$"SELECT * FROM Users WHERE Id IN ({name})" """)]
    [InlineData("""$"SELECT * FROM Users WHERE Name IN ('{name}')" """)]
    [InlineData("""$"SELECT * FROM Users WHERE {name}" """)]
    [InlineData("""$"SELECT * FROM Users WHERE Name = '{name}' AND {name} = 1" """)]
    [InlineData("""$"SELECT * FROM log_{name}" """)]
    [InlineData("""$"SELECT * FROM Users WHERE Name = \"{name}\"" """)]
    [InlineData("""$"SELECT 1 -- {name}" """)]
    [InlineData("""$"SELECT * FROM Users WHERE Name = '{name}" """)]
    [InlineData("""$"SELECT * FROM Users LIMIT {name}" """)]
    [InlineData("""$"EXEC('SELECT * FROM Users WHERE Name = {name}')" """)]
    [InlineData("""$"CREATE TABLE t (a TEXT DEFAULT '{name}')" """)]
    [InlineData("""$"SELECT date('now', '{name}') UNION SELECT DATE '{name}'" """)]
    [InlineData("""name """)]
    [InlineData("\"SELECT \" + name ")]
    public Task DoubtfulPosition_OffersNothing(string text) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(Action($"return connection.Query<User>([|{text.Trim()}|]);"));

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-built-text", Verdict.IsSilent)]
    [InlineData("""name = name.Replace("'", "''"); return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{name}'"|]);""")]
    [InlineData("""var filter = new Filter { Name = name.Replace("'", "''") }; return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{filter.Name}'"|]);""")]
    [InlineData("""var filter = new Filter { Name = name }; var sql = $"SELECT * FROM Users WHERE Name = '{filter.Name}'"; filter.Name = "x"; return connection.Query<User>([|sql|]);""")]
    [InlineData("""var filter = new Filter { Name = name }; var sql = $"SELECT * FROM Users WHERE Name = '{filter.Name}'"; Normalize(filter); return connection.Query<User>([|sql|]); static void Normalize(Filter filter) => filter.Name = "x";""")]
    [InlineData("""return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{name /* who */}'"|]);""")]
    [InlineData("""return connection.Query<User>([|string.Format("SELECT * FROM Users WHERE Name = '{0}'", name /* who */)|]);""")]
    [InlineData("""var safe = name.Replace("'", "''"); return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{safe}'"|]);""")]
    [InlineData("""return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{name.Replace("'", "''").Substring(1)}'"|]);""")]
    [InlineData("""var quote = "'"; return connection.Query<User>([|"SELECT * FROM Users WHERE Name = " + quote + name + quote|]);""")]
    [InlineData("""const string quote = "'"; return connection.Query<User>([|"SELECT * FROM Users WHERE Name = " + quote + name + quote|]);""")]
    [InlineData("""var ids = string.Join(",", name.Split('-')); return connection.Query<User>([|$"SELECT * FROM Users WHERE Id IN ({ids})"|]);""")]
    [InlineData("""return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{name}' AND Id = ?x?"|]);""")]
    [InlineData("""var filter = new Filter(); return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{name}' AND Age = @Age"|], filter);""")]
    [InlineData("""var sql = $"SELECT * FROM Users WHERE Name = '{name}'"; Console.WriteLine(sql); return connection.Query<User>([|sql|]);""")]
    [InlineData("""var sql = $"SELECT * FROM Users WHERE Name = '{name}'"; name = "other"; return connection.Query<User>([|sql|]);""")]
    [InlineData("""var sql = "SELECT * FROM Users WHERE Name = 'x'"; foreach (var part in name.Split(',')) sql += $" OR Name = '{part}'"; return connection.Query<User>([|sql|]);""")]
    [InlineData("""string sql; if (name.Length > 3) sql = "SELECT * FROM Users"; else sql = $"SELECT * FROM Users WHERE Name = '{name}"; return connection.Query<User>([|sql + "'"|]);""")]
    [InlineData("""var sql = "SELECT * FROM Users"; switch (name.Length) { case 1: sql += $" WHERE Name = '{name}'"; goto case 2; case 2: sql += " LIMIT 1"; break; } return connection.Query<User>([|sql|]);""")]
    [InlineData("""return connection.Query<User>([|"SELECT * FROM Users WHERE Name = " + (name.Length > 3 ? "'" + name : "'x") + "'"|]);""")]
    [InlineData("""return connection.Query<User>([|"SELECT * FROM Users WHERE " + (name.Length > 3 ? $"Name = '{name}" : "Name = '") + "'"|]);""")]
    [InlineData("""return connection.Query<User>([|"SELECT * FROM Users WHERE " + (name.Length > 3 ? $"(Name = '{name}'" : "(Id = 1") + ")"|]);""")]
    [InlineData("""var filter = name.Length > 3 ? new Filter { Name = name } : null; return connection.Query<User>([|"SELECT * FROM Users WHERE " + (filter == null ? "1 = 1" : $"Name = '{filter.Name}'")|]);""")]
    [InlineData("""return connection.Query<User>([|"SELECT * FROM Users WHERE " + (name.Length > 3 ? $"Name = '{name}'" : name)|]);""")]
    [InlineData("""var sql = "SELECT Id, Name FROM Users"; if (name.Length > 3) sql = "SELECT Id, Total FROM Users"; return connection.Query<User>([|sql + " ORDER BY " + name|]);""")]
    public Task DoubtfulConstruction_OffersNothing(string body) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(Action(body));

    [Theory]
    [InlineData("private SqliteCommand Made(string sql) { var made = new SqliteCommand(sql, connection); made.ExecuteNonQuery(); return made; }")]
    [InlineData("private SqliteCommand Made(string sql) { var made = new SqliteCommand(sql, connection); made.Parameters.AddWithValue(\"@name\", 1); return made; }")]
    [InlineData("private SqliteCommand Made(string sql) { var made = new SqliteCommand(sql, connection); Console.WriteLine(sql); return made; }")]
    [InlineData("private int Made(string sql) => new SqliteCommand(sql, connection).ExecuteNonQuery();")]
    public Task OwnMethodThatDoesMoreThanMakeTheCommand_OffersNothing(string method) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(Controller($$"""
            public object Find(string name)
            {
                var command = Made([|$"SELECT * FROM Users WHERE Name = '{name}'"|]);
                return command;
            }

            {{method}}
            """));

    [Fact]
    public Task OrderedParameterUnderACondition_OffersNothing() =>
        VerifyFix<EverySqlTextAnalyzer, SqlInjectionFixer>.OffersNothingAsync(
            Action("""
                var sql = "SELECT * FROM Users WHERE Id > 1";
                if (name.Length > 3)
                    sql += $" AND Name = '{name}'";
                var command = new System.Data.Odbc.OdbcCommand([|sql|]);
                command.ExecuteScalar();
                """),
            Setting.Default with { MoreSources = [("Library.cs", OdbcLibrary)], Broken = true });

    [Theory]
    [InlineData("""return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{Escape(name)}'"|]); static string Escape(string text) => text;""")]
    [InlineData("""return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = {Enclose(name)}"|]); static string Enclose(string text) => "'" + text + "'";""")]
    public Task ValueThatAHelperEscapes_OffersNothing(string body) =>
        VerifyFix<EverySqlTextAnalyzer, SqlInjectionFixer>.OffersNothingAsync(Action(body));

    [Theory]
    [InlineData("return connection.Query<User>($\"SELECT * FROM Users WHERE Name = '{name")]
    [InlineData("var sql = \"SELECT '\" + name + ; connection.Execute(sql);")]
    [InlineData("var command = new SqliteCommand($\"SELECT '{name}'\", ; command.")]
    [InlineData("connection.Execute(string.Format(\"SELECT '{0} {1\", name));")]
    [InlineData("store.Users.FromSqlRaw($\"SELECT '{name}'\", );")]
    public Task HalfTypedCode_DoesNotThrow(string body) => HalfTypedCode.PlansAsync<SqlInjectionFixer>(Action(body), RuleIds.SqlInjection);
}
