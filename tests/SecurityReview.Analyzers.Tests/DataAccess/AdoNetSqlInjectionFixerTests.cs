using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>How ADO.NET commands are given their parameters.</summary>
public class AdoNetSqlInjectionFixerTests
{
    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-ado", Verdict.Reports)]
    [InlineData("SqlCommand", "@name")]
    [InlineData("NpgsqlCommand", "@name")]
    [InlineData("MySqlCommand", "@name")]
    [InlineData("SqliteCommand", "@name")]
    public Task CommandOfAProvider_IsRepaired(string type, string placeholder) => RepairsAsync(
        $$"""
        var command = new {{type}}([|$"SELECT * FROM Users WHERE Name = '{name}'"|]);
        command.ExecuteScalar();
        """,
        $$"""
        var command = new {{type}}("SELECT * FROM Users WHERE Name = {{placeholder}}");
        command.Parameters.AddWithValue("{{placeholder}}", name);
        command.ExecuteScalar();
        """);

    [Theory]
    [InlineData("System.Data.Odbc", "OdbcCommand", "AddWithValue", "?")]
    [InlineData("System.Data.OleDb", "OleDbCommand", "AddWithValue", "?")]
    [InlineData("Oracle.ManagedDataAccess.Client", "OracleCommand", "Add", ":name")]
    public Task CommandWithOrderedParameters_GetsOnePerHole(string space, string type, string method, string placeholder)
    {
        var library = $$"""
            namespace {{space}}
            {
                public class Parameters : System.Data.Common.DbParameterCollection
                {
                    public void {{method}}(string name, object value) { }
                }

                public class {{type}} : System.Data.Common.DbCommand
                {
                    public {{type}}(string cmdText) { }
                    public new Parameters Parameters => null!;
                }
            }
            """;
        var second = placeholder == "?" ? "?" : placeholder + "2";
        return VerifyFix<EverySqlTextAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($$"""
                var command = new {{space}}.{{type}}([|$"SELECT * FROM Users WHERE Name = '{name}' OR Mail = '{name}'"|]);
                command.ExecuteScalar();
                """),
            Action($$"""
                var command = new {{space}}.{{type}}("SELECT * FROM Users WHERE Name = {{placeholder}} OR Mail = {{second}}");
                command.Parameters.{{method}}("name", name);
                command.Parameters.{{method}}("name2", name);
                command.ExecuteScalar();
                """),
            Setting.Default with { MoreSources = [("Library.cs", library)], Broken = true });
    }

    [Fact]
    public Task CommandThatIsOnlyAnInterface_IsRepaired() => RepairsAsync(
        """
        IDbCommand command = connection.CreateCommand();
        command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}' AND Mail LIKE '{name}%'"|];
        var nameParameter = command.ExecuteScalar();
        """,
        """
        IDbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM Users WHERE Name = @name AND Mail LIKE @name2";
        var nameParameter2 = command.CreateParameter();
        nameParameter2.ParameterName = "@name";
        nameParameter2.Value = name;
        command.Parameters.Add(nameParameter2);
        var name2Parameter = command.CreateParameter();
        name2Parameter.ParameterName = "@name2";
        name2Parameter.Value = $"{name}%";
        command.Parameters.Add(name2Parameter);
        var nameParameter = command.ExecuteScalar();
        """);

    [Fact]
    public Task ExistingPlaceholders_AreKept() => RepairsAsync(
        """
        using var command = connection.CreateCommand();
        command.CommandText = [|"SELECT * FROM Users WHERE Id = @NAME AND Name = '" + name + "'"|]; // both
        command.Parameters.AddWithValue("@NAME", 5);
        """,
        """
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM Users WHERE Id = @NAME AND Name = @name2"; // both
        command.Parameters.AddWithValue("@name2", name);
        command.Parameters.AddWithValue("@NAME", 5);
        """);

    [Fact]
    public Task NameThatIsTakenElsewhere_IsNotUsedAgain() => RepairsAsync(
        """
        using var command = connection.CreateCommand();
        command.Parameters.Add(new SqliteParameter("id", 5));
        command.Parameters.Add("NAME", SqliteType.Text).Value = "x";
        var mail = Request.Query["mail"].ToString();
        var id = Request.Query["key"].ToString();
        command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}' AND Mail = '{mail}' AND Key = '{id}'"|];
        """,
        """
        using var command = connection.CreateCommand();
        command.Parameters.Add(new SqliteParameter("id", 5));
        command.Parameters.Add("NAME", SqliteType.Text).Value = "x";
        var mail = Request.Query["mail"].ToString();
        var id = Request.Query["key"].ToString();
        command.CommandText = "SELECT * FROM Users WHERE Name = @name2 AND Mail = @mail AND Key = @id2";
        command.Parameters.AddWithValue("@name2", name);
        command.Parameters.AddWithValue("@mail", mail);
        command.Parameters.AddWithValue("@id2", id);
        """);

    [Fact]
    public Task ParametersThatAreClearedAfterwards_AreAddedBehindThat() => RepairsAsync(
        """
        using var command = connection.CreateCommand();
        command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}'"|];
        command.Parameters.Clear();
        command.ExecuteScalar();
        """,
        """
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM Users WHERE Name = @name";
        command.Parameters.Clear();
        command.Parameters.AddWithValue("@name", name);
        command.ExecuteScalar();
        """);

    [Fact]
    public Task DataAdapter_IsRepaired() => RepairsAsync(
        """
        var adapter = new SqlDataAdapter([|"SELECT * FROM Users WHERE Name = '" + name + "'"|], "Server=x");
        adapter.Fill(new DataSet());
        """,
        """
        var adapter = new SqlDataAdapter("SELECT * FROM Users WHERE Name = @name", "Server=x");
        adapter.SelectCommand.Parameters.AddWithValue("@name", name);
        adapter.Fill(new DataSet());
        """);

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-ado", Verdict.IsSilent)]
    [InlineData("""foreach (var part in name.Split(',')) { command.Parameters.AddWithValue("@id", 1); command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{part}'"|]; command.ExecuteScalar(); }""")]
    [InlineData("""foreach (var part in name.Split(',')) { command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{part}' AND Id = @id"|]; command.ExecuteScalar(); }""")]
    [InlineData("""command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}' AND Id = ?"|];""")]
    [InlineData("""command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}'"|]; if (name.Length > 3) { command.Parameters.Clear(); } command.ExecuteScalar();""")]
    [InlineData("""command.CommandText = "SELECT * FROM Users WHERE Name = '"; command.CommandText += [|name|]; command.CommandText += "'";""")]
    [InlineData("""command.CommandText = "SELECT * FROM Users WHERE Name = '"; command.CommandText += [|"' OR Name = '" + name + "' OR Name = '"|]; command.CommandText += "'";""")]
    [InlineData("""command.CommandText = "SELECT * FROM Users"; if (name.Length > 3) command.CommandText = "DROP TABLE x"; command.CommandText += [|$" WHERE Name = '{name}'"|];""")]
    [InlineData("""command.CommandText = "SELECT * FROM Users"; command.CommandText += " WHERE Note = '"; command.CommandText += [|"x = " + name.Length + "' AND Name = '" + name + "'"|];""")]
    [InlineData("""connection.CreateCommand().CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}'"|];""")]
    [InlineData("""Action<string> set = text => command.CommandText = [|$"SELECT * FROM Users WHERE Name = '{name}'"|];""")]
    public Task CommandThatCannotTakeParameters_OffersNothing(string body) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(Action("var command = connection.CreateCommand();\n" + body));

    [Theory]
    [InlineData("oracle", ":name")]
    [InlineData("auto", "@name")]
    [Clause(RuleIds.SqlInjection, "dialect", Verdict.Reports)]
    public Task DialectOption_DecidesOnThePlaceholder(string dialect, string placeholder) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("DbCommand command = connection.CreateCommand();\ncommand.CommandText = [|\"SELECT * FROM Users WHERE Name = '\" + name + \"'\"|];"),
            Action($"""
                DbCommand command = connection.CreateCommand();
                command.CommandText = "SELECT * FROM Users WHERE Name = {placeholder}";
                var nameParameter = command.CreateParameter();
                nameParameter.ParameterName = "{placeholder.TrimStart(':')}";
                nameParameter.Value = name;
                command.Parameters.Add(nameParameter);
                """),
            Setting.Default with { Options = "security_review.dialect = " + dialect });

    [Fact]
    [Clause(RuleIds.SqlInjection, "dialect", Verdict.IsSilent)]
    public Task DialectInWhichTheQuotesAreAName_OffersNothing() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.OffersNothingAsync(
            Action("DbCommand command = connection.CreateCommand();\ncommand.CommandText = [|\"SELECT * FROM Users WHERE Name = \\\"\" + name + \"\\\"\"|];"),
            Setting.Default with { Options = "security_review.dialect = postgresql" });

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(Action(before), Action(after));
}
