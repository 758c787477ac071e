using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.QueryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>How a repaired text is written, whatever the library.</summary>
public class SqlInjectionFixerTests
{
    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-value", Verdict.Reports)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name = '" + name + "'"|]""", """
        "SELECT * FROM Users WHERE Name = @name", new { name }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Name = '{name}' AND '{{' <> '}}'"|]""", """
        "SELECT * FROM Users WHERE Name = @name AND '{' <> '}'", new { name }
        """)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name = N'" + name + "' AND Note = 'it''s'"|]""", """
        "SELECT * FROM Users WHERE Name = @name AND Note = 'it''s'", new { name }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Name = '{name}' OR Mail = '{name}'"|]""", """
        "SELECT * FROM Users WHERE Name = @name OR Mail = @name", new { name }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Name = '{name}' AND Age = {5 + 1}"|]""", """
        $"SELECT * FROM Users WHERE Name = @name AND Age = {5 + 1}", new { name }
        """)]
    [InlineData("""[|$@"SELECT ""Id"" FROM Users WHERE Name = '{name}'"|]""", """
        @"SELECT ""Id"" FROM Users WHERE Name = @name", new { name }
        """)]
    [InlineData("""[|"SELECT \"Id\" FROM\tUsers WHERE Name = \u0027" + name + "\x27 "|]""", """
        "SELECT \"Id\" FROM\tUsers WHERE Name = @name ", new { name }
        """)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name LIKE '%" + name + "%'"|]""", """
        "SELECT * FROM Users WHERE Name LIKE @name", new { name = "%" + name + "%" }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Name LIKE '%it''s {name}\"%'"|]""", """
        "SELECT * FROM Users WHERE Name LIKE @name", new { name = $"%it's {name}\"%" }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Name = '{name,10}'"|]""", """
        "SELECT * FROM Users WHERE Name = @name", new { name = $"{name,10}" }
        """)]
    [InlineData("""[|string.Format("SELECT * FROM Users WHERE Name = '{0}'", name)|]""", """
        "SELECT * FROM Users WHERE Name = @name", new { name }
        """)]
    [InlineData("""[|string.Concat("SELECT * FROM Users WHERE Name = '", name, "'")|]""", """
        "SELECT * FROM Users WHERE Name = @name", new { name }
        """)]
    [InlineData("""[|string.Join(" ", "SELECT * FROM Users", "WHERE Name = '" + name + "'", "ORDER BY Id")|]""", """
        string.Join(" ", "SELECT * FROM Users", "WHERE Name = @name", "ORDER BY Id"), new { name }
        """)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name = '" + (name ?? "") + "'"|]""", """
        "SELECT * FROM Users WHERE Name = @name", new { name = name ?? "" }
        """)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name = '" + name.Trim().ToLower() + "' AND 1 = 1"|]""", """
        "SELECT * FROM Users WHERE Name = @name AND 1 = 1", new { name = name.Trim().ToLower() }
        """)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name = '" + name.Replace("'", "''") + "'"|]""", """
        "SELECT * FROM Users WHERE Name = @name", new { name }
        """)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name = '" + Request.Query["user name"] + "'"|]""", """
        "SELECT * FROM Users WHERE Name = @username", new { username = Request.Query["user name"].ToString() }
        """)]
    [InlineData("""[|"SELECT * FROM Users WHERE Name = '" + Request.Headers["x-name"][0] + "' AND Name <> @name"|]""", """
        "SELECT * FROM Users WHERE Name = @xname AND Name <> @name", new { xname = Request.Headers["x-name"][0] }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Id = {name}"|]""", """
        "SELECT * FROM Users WHERE Id = @name", new { name }
        """)]
    [InlineData("""[|$"SELECT * FROM {(name == "" ? "Users" : "People")} WHERE Name = '{name}' ORDER BY Id {(name.Length > 3 ? "ASC" : "DESC")}"|]""", """
        $"SELECT * FROM {(name == "" ? "Users" : "People")} WHERE Name = @name ORDER BY Id {(name.Length > 3 ? "ASC" : "DESC")}", new { name }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Name = '{name}' {(name.Length > 3 ? "AND Mail = 'it''s'" : "")}"|]""", """
        $"SELECT * FROM Users WHERE Name = @name {(name.Length > 3 ? "AND Mail = 'it''s'" : "")}", new { name }
        """)]
    [InlineData("""[|$"SELECT * FROM {nameof(Store.Users)} WHERE Name = '{name}'"|]""", """
        $"SELECT * FROM {nameof(Store.Users)} WHERE Name = @name", new { name }
        """)]
    [InlineData("""[|$"SELECT * FROM Users WHERE Name = '{name}' AND Age = {DateTime.Now.Year} ORDER BY {1 + name.Length}"|]""", """
        $"SELECT * FROM Users WHERE Name = @name AND Age = @year ORDER BY {1 + name.Length}", new { name, year = DateTime.Now.Year }
        """)]
    public Task Text_IsRepaired(string before, string after) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($"return connection.Query<User>({before});"), Action($"return connection.Query<User>({after.Trim()});"));

    [Theory]
    [Clause(RuleIds.SqlInjection, "fix-wildcards", Verdict.Reports)]
    [InlineData("'%{name}%'", "$\"%{name}%\"")]
    [InlineData("'{name}%' ESCAPE '!'", "$\"{name}%\"")]
    [InlineData("'!%{name}'", "$\"!%{name}\"")]
    [InlineData("'<{name}|{name}>'", "$\"<{name}|{name}>\"")]
    [InlineData("'it''s {name}'", "$\"it's {name}\"")]
    public Task TextAroundTheHole_StaysInTheValue(string pattern, string value) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($"return connection.Query<User>([|$\"SELECT * FROM Users WHERE Name LIKE {pattern}\"|]);"),
            Action($"return connection.Query<User>(\"SELECT * FROM Users WHERE Name LIKE @name{(pattern.Contains("ESCAPE", StringComparison.Ordinal) ? " ESCAPE '!'" : "")}\", new {{ name = {value} }});"));

    [Theory]
    [InlineData("int? age", "{age}", "@age", "age")]
    [InlineData("int age", "{age.ToString(CultureInfo.InvariantCulture)}", "@age", "age")]
    [InlineData("int age", "'{age}'", "@age", "age = age.ToString()")]
    [InlineData("int age", "'{age:D5}'", "@age", "age = age.ToString(\"D5\")")]
    [InlineData("int? age", "'{age:D5}'", "@age", "age = $\"{age:D5}\"")]
    [InlineData("double age", "{age}", "@age", "age")]
    [InlineData("DateTime age", "'{age}'", "@age", "age = age.ToString()")]
    [InlineData("DateTime age", "'{age:yyyy-MM-dd}'", "@age", "age = age.ToString(\"yyyy-MM-dd\")")]
    [InlineData("Guid age", "'{age}'", "@age", "age = age.ToString()")]
    [InlineData("DayOfWeek age", "'{age}'", "@age", "age = age.ToString()")]
    [InlineData("Filter age", "'{age}'", "@age", "age = $\"{age}\"")]
    [InlineData("bool age", "{age}", "@age", "age")]
    public Task OtherValueInTheText_KeepsItsMeaning(string parameter, string hole, string placeholder, string member) =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($"return connection.Query<User>([|$\"SELECT * FROM Users WHERE Name = '{{name}}' AND Age = {hole}\"|]);", "string name, " + parameter),
            Action($"return connection.Query<User>(\"SELECT * FROM Users WHERE Name = @name AND Age = {placeholder}\", new {{ name, {member} }});", "string name, " + parameter));

    [Theory]
    [InlineData("FormattableString.Invariant($\"SELECT * FROM Users WHERE Name = '{name}'\")", "new { name }")]
    [InlineData("string.Create(CultureInfo.InvariantCulture, $\"SELECT * FROM Users WHERE Name = '{name}'\")", "new { name }")]
    [InlineData("FormattableString.Invariant($\"SELECT * FROM Users WHERE Name = '{age:N2}'\")", "new { age = age.ToString(\"N2\", CultureInfo.InvariantCulture) }")]
    [InlineData("string.Format(new CultureInfo(\"de\"), \"SELECT * FROM Users WHERE Name = '{0}'\", age)", "new { age = age.ToString(new CultureInfo(\"de\")) }")]
    public Task TextWithACulture_KeepsIt(string before, string after) =>
        VerifyFix<EverySqlTextAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action($"return connection.Query<User>([|{before}|]);", "string name, double age"),
            Action($"return connection.Query<User>(\"SELECT * FROM Users WHERE Name = @{(after.Contains("age", StringComparison.Ordinal) ? "age" : "name")}\", {after});", "string name, double age"));

    [Fact]
    public Task TextOverSeveralLines_KeepsItsLinesAndComments() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action(""""
                // by name
                var first = connection.Query<User>( // the query
                    [|"SELECT *" + // everything
                    " FROM Users WHERE Name = '" + name + "'" /* exactly */ +
                    " ORDER BY Id"|]);
                return connection.Query<User>([|$"""
                    SELECT *
                      FROM Users -- all
                     WHERE Name = '{name}'
                    """|]); // done
                """"),
            Action(""""
                // by name
                var first = connection.Query<User>( // the query
                    "SELECT *" + // everything
                    " FROM Users WHERE Name = @name" /* exactly */ +
                    " ORDER BY Id",
                    new { name });
                return connection.Query<User>("""
                    SELECT *
                      FROM Users -- all
                     WHERE Name = @name
                    """, new { name }); // done
                """"));

    [Fact]
    [Clause(RuleIds.SqlInjection, "fix-built-text", Verdict.Reports)]
    public Task StepsOfALocal_AreRepairedInPlace() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("""
                var select = "SELECT * FROM Users";
                string where;
                where = " WHERE Name = '"; // starts here
                where += name;
                where = where + "' AND Age = " + age + " AND 1 = 1";
                var sql = select + where + " ORDER BY Id";
                return await connection.QueryAsync<User>([|sql|]);
                """, "string name, int age"),
            Action("""
                var select = "SELECT * FROM Users";
                string where;
                where = " WHERE Name = "; // starts here
                where += "@name";
                where = where + " AND Age = @age AND 1 = 1";
                var sql = select + where + " ORDER BY Id";
                return await connection.QueryAsync<User>(sql, new { name, age });
                """, "string name, int age"));

    [Fact]
    [Clause(RuleIds.SqlInjection, "fix-built-text", Verdict.Reports)]
    public Task StringBuilder_IsRepairedInPlace() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("""
                var builder = new StringBuilder();
                builder.Append("SELECT * FROM Users WHERE Name = '");
                builder.Append(name);
                builder.Append("'").AppendLine();
                builder.AppendFormat(" AND Age = {0} AND Mail LIKE '{1}%'", 5, name).Append(" ORDER BY Id");
                if (name.Length > 3)
                {
                    builder.Append($" LIMIT {name.Length}");
                }

                var sql = builder.ToString();
                return connection.Query<User>([|sql|]);
                """),
            Action("""
                var builder = new StringBuilder();
                builder.Append("SELECT * FROM Users WHERE Name = ");
                builder.Append("@name");
                builder.AppendLine();
                builder.AppendFormat(" AND Age = {0} AND Mail LIKE @name2", 5).Append(" ORDER BY Id");
                if (name.Length > 3)
                {
                    builder.Append(" LIMIT @length");
                }

                var sql = builder.ToString();
                return connection.Query<User>(sql, new { name, name2 = $"{name}%", length = name.Length });
                """));

    [Fact]
    public Task FirstFindingWithoutRepair_LaterOnesAreRepaired() =>
        NullKeyFixAll<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("""
                connection.Execute("DROP TABLE " + name);
                connection.Execute($"DELETE FROM Users WHERE Name = '{name}'");
                """),
            Action("""
                connection.Execute("DROP TABLE " + name);
                connection.Execute("DELETE FROM Users WHERE Name = @name", new { name });
                """));

    [Fact]
    public Task FileWithCarriageReturns_KeepsThem() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("var command = new SqliteCommand([|$\"SELECT '{name}'\"|], connection);\ncommand.ExecuteScalar();").Replace("\n", "\r\n", StringComparison.Ordinal),
            Action("var command = new SqliteCommand(\"SELECT @name\", connection);\ncommand.Parameters.AddWithValue(\"@name\", name);\ncommand.ExecuteScalar();").Replace("\n", "\r\n", StringComparison.Ordinal));

    [Fact]
    public Task NestedFindings_AreAllRepaired() =>
        VerifyFix<SqlInjectionAnalyzer, SqlInjectionFixer>.RepairsAsync(
            Action("""
                return connection.Query<User>([|$"SELECT * FROM Users WHERE Name = '{name}'"|])
                    .Select(user => connection.Query<User>([|$"SELECT * FROM Users WHERE Name <> '{name}' AND Id = {user.Id}"|]));
                """),
            Action("""
                return connection.Query<User>("SELECT * FROM Users WHERE Name = @name", new { name })
                    .Select(user => connection.Query<User>("SELECT * FROM Users WHERE Name <> @name AND Id = @id", new { name, id = user.Id }));
                """));
}
