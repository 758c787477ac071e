using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class ConcatenatedListFixerTests
{
    private static Task RepairsAsync(string body, string repaired, string parameters = "IReadOnlyList<string> codes") =>
        VerifyFix<ConcatenatedListAnalyzer, ConcatenatedListFixer>.RepairsAsync(Method(body, parameters), Method(repaired, parameters));

    private static Task OffersNothingAsync(string body, string parameters = "IReadOnlyList<string> codes") =>
        VerifyFix<ConcatenatedListAnalyzer, ConcatenatedListFixer>.OffersNothingAsync(Method(body, parameters));

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "fix-dapper", Verdict.Reports)]
    [InlineData(
        """return connection.Query([|"SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "')"|]); // by code""",
        """return connection.Query("SELECT * FROM Users WHERE Name IN @codes", new { codes }); // by code""")]
    [InlineData(
        """return connection.Query([|$"SELECT * FROM Users WHERE Name NOT IN ({string.Join(", ", codes.Select(code => $"'{code.Replace("'", "''")}'"))}) AND Id > 1"|]);""",
        """return connection.Query("SELECT * FROM Users WHERE Name NOT IN @codes AND Id > 1", new { codes });""")]
    [InlineData(
        """return connection.Query([|string.Format("SELECT * FROM Users WHERE Name IN ('{0}')", string.Join("','", codes))|]);""",
        """return connection.Query("SELECT * FROM Users WHERE Name IN @codes", new { codes });""")]
    [InlineData(
        """return connection.Query([|$"SELECT * FROM Users WHERE Name IN ({string.Join(",", codes.Select(code => "'" + code.Trim() + "'"))})"|]);""",
        """return connection.Query("SELECT * FROM Users WHERE Name IN @codes", new { codes = codes.Select(code => code.Trim()) });""")]
    [InlineData(
        """return connection.Query([|"SELECT * FROM Users WHERE Id > @id AND Name IN ('" + codes.Aggregate((all, next) => all + "','" + next) + "')"|], new { id = 1 });""",
        """return connection.Query("SELECT * FROM Users WHERE Id > @id AND Name IN @codes", new { id = 1, codes });""")]
    public Task DapperList_BecomesOneParameter(string body, string repaired) => RepairsAsync(body, repaired);

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-dapper", Verdict.Reports)]
    public Task DapperListInALocal_BecomesOneParameter() => RepairsAsync(
        """
        var list = string.Join(",", codes.Select(code => $"'{code}'"));
        return connection.Query([|$"SELECT * FROM Users WHERE Name IN ({list})"|]);
        """,
        """
        return connection.Query("SELECT * FROM Users WHERE Name IN @codes", new { codes });
        """);

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "fix-dapper", Verdict.IsSilent)]
    [InlineData("""var list = string.Join(",", codes.Select(code => $"'{code}'")); codes = []; return connection.Query([|$"SELECT * FROM Users WHERE Name IN ({list})"|]);""")]
    [InlineData("""static string Listed(IEnumerable<string> texts) => string.Join(",", texts.Select(text => $"'{text}'")); return connection.Query([|$"SELECT * FROM Users WHERE Name IN ({Listed(codes)})"|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name IN ('" + string.Join("' , 'x', '", codes) + "')"|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name IN (" + string.Join(",", codes) + ")"|]);""")]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name IN ('other', '" + string.Join("','", codes) + "')"|]);""")]
    public Task UncertainList_IsLeftAlone(string body) => OffersNothingAsync(body);

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-npgsql", Verdict.Reports)]
    public Task NpgsqlList_BecomesAnArray() => RepairsAsync(
        """
        using var command = new NpgsqlCommand([|"SELECT * FROM users WHERE name IN ('" + string.Join("','", codes) + "')"|], other);
        return command.ExecuteScalar();
        """,
        """
        using var command = new NpgsqlCommand("SELECT * FROM users WHERE name = ANY(@codes)", other);
        command.Parameters.AddWithValue("@codes", codes.ToArray());
        return command.ExecuteScalar();
        """,
        "IReadOnlyList<string> codes, NpgsqlConnection other");

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-npgsql", Verdict.Reports)]
    public Task NegatedNpgsqlList_BecomesAnArray() => RepairsAsync(
        """
        using var command = other.CreateCommand();
        command.CommandText = [|$"DELETE FROM users WHERE name NOT IN ({string.Join(",", codes.Select(code => $"'{code}'"))})"|];
        return command.ExecuteNonQuery();
        """,
        """
        using var command = other.CreateCommand();
        command.CommandText = "DELETE FROM users WHERE name <> ALL(@codes)";
        command.Parameters.AddWithValue("@codes", codes);
        return command.ExecuteNonQuery();
        """,
        "string[] codes, NpgsqlConnection other");

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-npgsql", Verdict.IsSilent)]
    public Task NpgsqlLoop_IsLeftAlone() => OffersNothingAsync(
        """
        using var command = other.CreateCommand();
        var list = "";
        foreach (var code in codes)
            list += (list.Length > 0 ? "," : "") + "'" + code + "'";
        command.CommandText = [|"SELECT * FROM users WHERE name IN (" + list + ")"|];
        return command.ExecuteScalar();
        """,
        "string[] codes, NpgsqlConnection other");

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-elements", Verdict.Reports)]
    public Task ListOfACommand_BecomesAParameterPerElement() => RepairsAsync(
        """
        using var command = connection.CreateCommand();
        command.CommandText = [|"SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "') AND Id > 1"|];
        return command.ExecuteScalar();
        """,
        """
        using var command = connection.CreateCommand();
        var placeholders = string.Join(", ", codes.Select((_, index) => "@codes" + index).DefaultIfEmpty("''"));
        command.CommandText = "SELECT * FROM Users WHERE Name IN (" + placeholders + ") AND Id > 1";
        for (var i = 0; i < codes.Count; i++)
            command.Parameters.AddWithValue("@codes" + i, codes[i]);
        return command.ExecuteScalar();
        """);

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-elements", Verdict.Reports)]
    public Task SequenceOfACommand_IsReadOnce() => RepairsAsync(
        """
        var list = string.Join(",", codes.Select(code => $"'{code}'"));
        using var command = new SqlCommand([|$"SELECT * FROM Users WHERE Name IN ({list})"|], other);
        return command.ExecuteScalar();
        """,
        """
        var codesList = codes.ToList();
        var placeholders = string.Join(", ", codesList.Select((_, index) => "@codes" + index));
        using var command = new SqlCommand($"SELECT * FROM Users WHERE Name IN ({placeholders})", other);
        for (var i = 0; i < codesList.Count; i++)
            command.Parameters.AddWithValue("@codes" + i, (object?)codesList[i] ?? DBNull.Value);
        return command.ExecuteScalar();
        """,
        "IEnumerable<string?> codes, SqlConnection other");

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "fix-elements", Verdict.IsSilent)]
    [InlineData("""using var command = connection.CreateCommand(); var sql = "SELECT * FROM Users WHERE Name IN ("; foreach (var code in codes) sql += $"'{code}',"; command.CommandText = [|sql.TrimEnd(',') + ")"|]; return command.ExecuteScalar();""")]
    [InlineData("""return new SqliteCommand([|"SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "')"|], connection).ExecuteScalar();""")]
    public Task ListThatTakesNoParameters_IsLeftAlone(string body) => OffersNothingAsync(body);

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-elements", Verdict.IsSilent)]
    public Task PlaceholdersThatAreMatchedByOrder_AreLeftAlone() => VerifyFix<ConcatenatedListAnalyzer, ConcatenatedListFixer>.OffersNothingAsync(
        Method("""using DbCommand command = connection.CreateCommand(); command.CommandText = [|"SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "')"|]; return command.ExecuteScalar();""", "string[] codes")
            .Replace("SqliteConnection connection", "DbConnection connection", StringComparison.Ordinal),
        Setting.Default with { Options = "security_review.dialect = oracle" });

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "fix-dapper", Verdict.Reports)]
    public Task ListThatMayHoldNull_KeepsItAsTheEmptyText() => RepairsAsync(
        """
        return connection.Query([|"SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "')"|]);
        """,
        """
        return connection.Query("SELECT * FROM Users WHERE Name IN @codes", new { codes = codes.Select(item => item ?? "") });
        """,
        "string?[] codes");

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "dialect", Verdict.Reports)]
    [InlineData("mysql")]
    public Task DoubleQuotesOfTheDialect_BecomeOneParameter(string dialect)
    {
        static string Code(string arguments) => Usings + $"public class Target {{ public object? Run(IDbConnection db, string[] codes) => db.Query({arguments}); }}\n";
        return VerifyFix<ConcatenatedListAnalyzer, ConcatenatedListFixer>.RepairsAsync(
            Code("""[|$"SELECT * FROM Users WHERE Name IN ('{string.Join("','", codes)}') # all"|]"""), Code("\"SELECT * FROM Users WHERE Name IN @codes # all\", new { codes }"),
            Setting.Default with { Options = "security_review.dialect = " + dialect });
    }

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "dialect", Verdict.IsSilent)]
    public Task DoubleQuotesOfAnotherDialect_AreNames() => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(
        Usings + """public class Target { public object? Run(IDbConnection db, string[] codes) => db.Query($"SELECT * FROM Users WHERE Name IN (\"{string.Join("\",\"", codes)}\")"); }""",
        Setting.Default with { Options = "security_review.dialect = postgresql" });

    [Fact]
    public Task FixAllWithoutKey_SkipsWhatHasNoRepair() => NullKeyFixAll<ConcatenatedListAnalyzer, ConcatenatedListFixer>.RepairsAsync(
        Class("""
            public object? Plain(string[] codes) => connection.Query($"SELECT * FROM Users WHERE Name IN ({string.Join(",", codes)})");
            public object? Quoted(string[] codes) => connection.Query($"SELECT * FROM Users WHERE Name IN ('{string.Join("','", codes)}')");
            """),
        Class("""
            public object? Plain(string[] codes) => connection.Query($"SELECT * FROM Users WHERE Name IN ({string.Join(",", codes)})");
            public object? Quoted(string[] codes) => connection.Query("SELECT * FROM Users WHERE Name IN @codes", new { codes });
            """));
}
