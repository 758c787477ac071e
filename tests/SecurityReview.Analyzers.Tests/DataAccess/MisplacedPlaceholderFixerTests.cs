using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class MisplacedPlaceholderFixerTests
{
    private static string Code(string body, string parameters) => Class(
        $"private sealed class Store : DbContext {{ public DbSet<User> Users => Set<User>(); }}\npublic object? Run({parameters})\n{{\n    {body.Replace("\n", "\n    ", StringComparison.Ordinal)}\n}}");

    private static Task RepairsAsync(string body, string repaired, string parameters = "string name") =>
        VerifyFix<MisplacedPlaceholderAnalyzer, MisplacedPlaceholderFixer>.RepairsAsync(MisplacedPlaceholderFixer.UnquoteKey, Code(body, parameters), Code(repaired, parameters));

    private static Task OffersNothingAsync(string body, string parameters = "string name") =>
        VerifyFix<MisplacedPlaceholderAnalyzer, MisplacedPlaceholderFixer>.OffersNothingAsync(Code(body, parameters));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "fix-quotes", Verdict.Reports)]
    [InlineData(
        """return connection.Query([|"SELECT * FROM Users WHERE Name = '@name'"|], new { name }); // by name""",
        """return connection.Query("SELECT * FROM Users WHERE Name = @name", new { name }); // by name""")]
    [InlineData(
        """return connection.Query([|@"SELECT * FROM Users WHERE Name = N'@name' AND Mail = ""@name"" "|], new { name });""",
        """return connection.Query(@"SELECT * FROM Users WHERE Name = @name AND Mail = @name ", new { name });""")]
    [InlineData(
        """return connection.Execute([|"UPDATE Users" /* all */ + " SET Name = '@name', Mail = '\u0040other'"|], new { name, other = 1 });""",
        """return connection.Execute("UPDATE Users" /* all */ + " SET Name = @name, Mail = \u0040other", new { name, other = 1 });""")]
    [InlineData(
        """var sql = "SELECT * FROM Users"; sql += " WHERE Name = '@name'"; Console.WriteLine(sql); return connection.Query([|sql|], new { name });""",
        """var sql = "SELECT * FROM Users"; sql += " WHERE Name = @name"; Console.WriteLine(sql); return connection.Query(sql, new { name });""")]
    [InlineData(
        """const string Sql = "SELECT * FROM Users WHERE Name = '@name'"; return connection.Query([|Sql|], new { name });""",
        """const string Sql = "SELECT * FROM Users WHERE Name = @name"; return connection.Query(Sql, new { name });""")]
    [InlineData(
        """return new Store().Users.FromSql([|$"SELECT * FROM Users WHERE Name = '{name}' AND Id = {1}"|]);""",
        """return new Store().Users.FromSql($"SELECT * FROM Users WHERE Name = {name} AND Id = {1}");""")]
    [InlineData(
        """return new Store().Users.FromSqlRaw([|"SELECT * FROM Users WHERE Name = '{0}'"|], name);""",
        """return new Store().Users.FromSqlRaw("SELECT * FROM Users WHERE Name = {0}", name);""")]
    [InlineData(
        """using var command = new SqlCommand { CommandText = [|"SELECT * FROM Users WHERE Name = '@name'"|] }; command.Parameters.AddWithValue("@name", name); return command.ExecuteScalar();""",
        """using var command = new SqlCommand { CommandText = "SELECT * FROM Users WHERE Name = @name" }; command.Parameters.AddWithValue("@name", name); return command.ExecuteScalar();""")]
    public Task QuotesAroundAPlaceholder_Go(string body, string repaired) => RepairsAsync(body, repaired);

    [Fact]
    [Clause(RuleIds.MisplacedPlaceholder, "fix-quotes", Verdict.Reports)]
    public Task QuotesInAFieldOfRawText_Go()
    {
        static string Members(string argument, string quote) => Class($$""""
            private const string Sql = """
                SELECT * FROM Users -- 'all'
                WHERE Name = {{quote}}@name{{quote}}
                """;
            public object? Run(string name) => connection.Query({{argument}}, new { name });
            """");
        return VerifyFix<MisplacedPlaceholderAnalyzer, MisplacedPlaceholderFixer>.RepairsAsync(Members("[|Sql|]", "'"), Members("Sql", ""));
    }

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "fix-quotes", Verdict.IsSilent)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users ORDER BY @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = '@name' ORDER BY @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = 'by @name'"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name IN ('@name')"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name LIKE'@name'"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = '@name'AND Id = 1"|], new { name });""")]
    [InlineData("""return new Store().Database.ExecuteSql([|$"DELETE FROM Users WHERE Born < now() - INTERVAL '{name.Length} days'"|]);""")]
    [InlineData("""return new Store().Database.ExecuteSql([|$"DELETE FROM Users WHERE Born < DATE '{name}'"|]);""")]
    [InlineData("""const string Sql = "SELECT * FROM Users WHERE Name = '@name'"; Console.WriteLine(Sql); return connection.Query([|Sql|], new { name });""")]
    public Task WhatWouldBeLeft_GetsNoRepair(string body) => OffersNothingAsync(body);

    [Fact]
    [Clause(RuleIds.MisplacedPlaceholder, "fix-quotes", Verdict.IsSilent)]
    public Task TextThatOthersSee_IsLeftAlone() => VerifyFix<MisplacedPlaceholderAnalyzer, MisplacedPlaceholderFixer>.OffersNothingAsync(Class("""
        public const string Sql = "SELECT * FROM Users WHERE Name = '@name'";
        public object? Run(string name) => connection.Query([|Sql|], new { name });
        """));

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "fix-wildcards", Verdict.Reports)]
    [InlineData(
        """return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@name%'"|], new { name });""",
        """return connection.Query("SELECT * FROM Users WHERE Name LIKE @name", new { name = "%" + name + "%" });""")]
    [InlineData(
        """return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '@Name%' AND Id = '@id'"|], new { user.Name, id = 1 });""",
        """return connection.Query("SELECT * FROM Users WHERE Name LIKE @Name AND Id = @id", new { Name = user.Name + "%", id = 1 });""")]
    [InlineData(
        """using var command = connection.CreateCommand(); command.CommandText = [|"SELECT * FROM Users WHERE Name LIKE '%@name'"|]; command.Parameters.AddWithValue("@name", name ?? ""); return command.ExecuteScalar();""",
        """using var command = connection.CreateCommand(); command.CommandText = "SELECT * FROM Users WHERE Name LIKE @name"; command.Parameters.AddWithValue("@name", "%" + (name ?? "")); return command.ExecuteScalar();""")]
    [InlineData(
        """using var command = connection.CreateCommand(); command.CommandText = [|"SELECT * FROM Users WHERE Name LIKE '%@name%'"|]; command.Parameters.Add("@name", SqliteType.Text).Value = name.Trim(); return command.ExecuteScalar();""",
        """using var command = connection.CreateCommand(); command.CommandText = "SELECT * FROM Users WHERE Name LIKE @name"; command.Parameters.Add("@name", SqliteType.Text).Value = "%" + name.Trim() + "%"; return command.ExecuteScalar();""")]
    [InlineData(
        """return new Store().Users.FromSql([|$"SELECT * FROM Users WHERE Name LIKE '%{name}%'"|]);""",
        """return new Store().Users.FromSql($"SELECT * FROM Users WHERE Name LIKE {"%" + name + "%"}");""")]
    [InlineData(
        """return new Store().Users.FromSqlRaw([|"SELECT * FROM Users WHERE Id = {0} AND Name LIKE '%{1}%'"|], 1, name);""",
        """return new Store().Users.FromSqlRaw("SELECT * FROM Users WHERE Id = {0} AND Name LIKE {1}", 1, "%" + name + "%");""")]
    public Task Wildcards_MoveIntoTheValue(string body, string repaired) => RepairsAsync(body, repaired, "string name, User user");

    [Theory]
    [Clause(RuleIds.MisplacedPlaceholder, "fix-wildcards", Verdict.IsSilent)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@other%'"|], new { other });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@id%'"|], new { id = 5 });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@Name%'"|], user);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@name%' OR Mail = @name"|], new { name });""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@name%' OR Mail LIKE '@name%'"|], new { name });""")]
    [InlineData("""var values = new { name }; connection.Query("SELECT * FROM Users WHERE Name = @name", values); return connection.Query([|"SELECT * FROM Users WHERE Name LIKE '%@name%'"|], values);""")]
    [InlineData("""var sql = "SELECT * FROM Users WHERE Name LIKE '%@name%'"; connection.Query([|sql|], new { name = user.Name }); return connection.Query([|sql|], new { name });""")]
    [InlineData("""using var command = new SqlCommand([|"SELECT * FROM Users WHERE Name LIKE '%@name%'"|]); command.Parameters.Add("@name", SqlDbType.NVarChar, 20).Value = name; return command.ExecuteScalar();""")]
    [InlineData("""using var command = new SqlCommand([|"SELECT * FROM Users WHERE Name LIKE '%@name%'"|]); command.Parameters.AddWithValue("@name", (object?)other ?? DBNull.Value); return command.ExecuteScalar();""")]
    [InlineData("""return new Store().Users.FromSql([|$"SELECT * FROM Users WHERE Name LIKE '%{name,5}%'"|]);""")]
    [InlineData("""return new Store().Users.FromSqlRaw([|"SELECT * FROM Users WHERE Name LIKE '%{0}%' OR Mail = {0}"|], name);""")]
    public Task ValueThatIsNotCertain_GetsNoRepair(string body) => OffersNothingAsync(body, "string name, User user, string? other");

    [Fact]
    public Task FixAllWithoutKey_SkipsWhatHasNoRepair() => NullKeyFixAll<MisplacedPlaceholderAnalyzer, MisplacedPlaceholderFixer>.RepairsAsync(
        Class("""
            public object? Ordered(string name) => connection.Query("SELECT * FROM Users ORDER BY @name", new { name });
            public object? Quoted(string name) => connection.Query("SELECT * FROM Users WHERE Name = '@name'", new { name });
            public object? Like(string name) => connection.Query("SELECT * FROM Users WHERE Name LIKE '%@name'", new { name });
            public object? Shared(string name)
            {
                var sql = "SELECT * FROM Users WHERE Name = '@name'";
                connection.Execute(sql, new { name });
                return connection.Query(sql, new { name });
            }
            """),
        Class("""
            public object? Ordered(string name) => connection.Query("SELECT * FROM Users ORDER BY @name", new { name });
            public object? Quoted(string name) => connection.Query("SELECT * FROM Users WHERE Name = @name", new { name });
            public object? Like(string name) => connection.Query("SELECT * FROM Users WHERE Name LIKE @name", new { name = "%" + name });
            public object? Shared(string name)
            {
                var sql = "SELECT * FROM Users WHERE Name = @name";
                connection.Execute(sql, new { name });
                return connection.Query(sql, new { name });
            }
            """));
}
