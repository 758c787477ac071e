using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

public class ConcatenatedListAnalyzerTests
{
    private const string Texts = "IReadOnlyList<string> codes";

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "join", Verdict.Reports)]
    [Clause(RuleIds.ConcatenatedList, "types", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "')"|]);""")]
    [InlineData("""return connection.Query([|$"SELECT * FROM Users WHERE Name IN ({string.Join(",", codes.Select(code => $"'{code}'"))})"|]);""")]
    [InlineData("""var list = string.Join(", ", codes.Select(code => "'" + code.Replace("'", "''") + "'")); return connection.Query([|$"SELECT * FROM Users WHERE Name NOT IN ({list}) ORDER BY Name"|]);""")]
    [InlineData("""using var command = new SqliteCommand([|string.Format("DELETE FROM Users WHERE Name IN ('{0}')", string.Join("','", codes))|], connection); return command.ExecuteNonQuery();""")]
    [InlineData("""var quoted = codes.Select(code => $"'{code}'").ToArray(); return connection.Query([|"SELECT * FROM Users WHERE Name IN (" + string.Join(",", quoted) + ")"|]);""")]
    [InlineData("""var parts = new List<string>(); foreach (var code in codes) parts.Add("'" + code + "'"); return connection.Query([|"SELECT * FROM Users WHERE Name IN (" + string.Join(",", parts) + ")"|]);""")]
    [InlineData("""static string Listed(IEnumerable<string> texts) => "('" + string.Join("','", texts) + "')"; return connection.Query([|"SELECT * FROM Users WHERE Name IN " + Listed(codes)|]);""")]
    [InlineData("""return new[] { 1 }.Select(id => connection.Query([|$"SELECT * FROM Users WHERE Id > {id} AND Name IN ('{string.Join("','", codes)}')"|])).ToList();""")]
    [InlineData("""DbCommand command = connection.CreateCommand(); command.CommandText = "SELECT * FROM Users WHERE 1 = 1"; command.CommandText += [|" AND Name IN ('" + string.Join("','", codes) + "')"|]; return command.ExecuteScalar();""")]
    public Task JoinedTexts_Report(string body) => Verify<ConcatenatedListAnalyzer>.ReportsAsync(Method(body, Texts));

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "loop", Verdict.Reports)]
    [InlineData("""var sql = new StringBuilder("SELECT * FROM Users WHERE Name IN ("); foreach (var code in codes) sql.Append("'").Append(code).Append("',"); sql.Length--; sql.Append(")"); return connection.Query([|sql.ToString()|]);""")]
    [InlineData("""var list = ""; for (var i = 0; i < codes.Count; i++) list += (i > 0 ? "," : "") + "'" + codes[i] + "'"; return connection.Query([|"SELECT * FROM Users WHERE Name IN (" + list + ")"|]);""")]
    [InlineData("""var list = codes.Aggregate((all, next) => all + "','" + next); return connection.Query([|$"SELECT * FROM Users WHERE Name IN ('{list}')"|]);""")]
    [InlineData("""var list = new StringBuilder(); foreach (var code in codes) { if (list.Length > 0) list.Append(','); list.Append($"'{code}'"); } return connection.Query([|$"SELECT * FROM Users WHERE Name IN ({list})"|]);""")]
    [InlineData("""var sql = "DELETE FROM Users WHERE Name IN ("; foreach (var code in codes) sql += $"'{code}', "; sql = sql.TrimEnd(',', ' ') + ")"; return connection.Execute([|sql|]);""")]
    public Task TextsOfALoop_Report(string body) => Verify<ConcatenatedListAnalyzer>.ReportsAsync(Method(body, Texts));

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "join", Verdict.IsSilent)]
    [InlineData("""return connection.Query($"SELECT * FROM Users WHERE Name IN ('{codes[0]}', '{codes[1]}')");""")]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name IN @codes", new { codes });""")]
    [InlineData("""return connection.Query("SELECT " + string.Join(", ", codes) + " FROM Users WHERE Id IN (1, 2)");""")]
    [InlineData("""var single = codes[0]; return connection.Query("SELECT * FROM Users WHERE Id IN (" + single + ")");""")]
    public Task TextThatIsNoList_IsSilent(string body) => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(Method(body, Texts));

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "loop", Verdict.IsSilent)]
    [InlineData("""var sql = new StringBuilder("SELECT * FROM Users WHERE Id IN ("); foreach (var code in codes) sql.Append(code.Length).Append(','); sql.Length--; sql.Append(")"); return connection.Query(sql.ToString());""")]
    [InlineData("""var total = codes.Aggregate(0, (all, next) => all + next.Length); return connection.Query($"SELECT * FROM Users WHERE Id IN ({total})");""")]
    [InlineData("""foreach (var code in codes) connection.Execute("DELETE FROM Users WHERE Name IN (@code)", new { code }); return null;""")]
    public Task LoopWithoutTexts_IsSilent(string body) => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(Method(body, Texts));

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "types", Verdict.IsSilent)]
    [InlineData("int[] ids", """return connection.Query($"SELECT * FROM Users WHERE Id IN ({string.Join(",", ids)})");""")]
    [InlineData("List<Guid> ids", """return connection.Query("SELECT * FROM Users WHERE Id IN ('" + string.Join("','", ids) + "')");""")]
    [InlineData("IEnumerable<State> states", """var list = string.Join(",", states.Select(state => $"'{state}'")); return connection.Query($"SELECT * FROM Users WHERE State IN ({list})");""")]
    [InlineData("HashSet<long> ids", """var sql = new StringBuilder("SELECT * FROM Users WHERE Id IN ("); foreach (var id in ids) sql.Append(id).Append(','); sql.Length--; return connection.Query(sql.Append(')').ToString());""")]
    [InlineData("IEnumerable<User> users", """return connection.Query($"SELECT * FROM Users WHERE Id IN ({string.Join(",", users.Select(user => user.Id))})");""")]
    [InlineData("string text", """var ids = text.Split(',').Select(int.Parse); return connection.Query($"SELECT * FROM Users WHERE Id IN ({string.Join(",", ids)})");""")]
    public Task ListThatCannotCarryText_IsSilent(string parameter, string body) => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(Method(body, parameter));

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "placeholders", Verdict.IsSilent)]
    [InlineData("""var names = codes.Select((_, index) => "@p" + index); return connection.Query($"SELECT * FROM Users WHERE Name IN ({string.Join(",", names)})");""")]
    [InlineData("""return connection.Query($"SELECT * FROM Users WHERE Name IN ({string.Join(",", Enumerable.Repeat("?", codes.Count))})");""")]
    [InlineData("""var names = string.Join(",", Enumerable.Range(0, codes.Count).Select(i => $"@p{i}")); return connection.Query("SELECT * FROM Users WHERE Name IN (" + names + ")");""")]
    [InlineData("""using var command = connection.CreateCommand(); var names = new List<string>(); foreach (var code in codes) { var parameter = command.Parameters.AddWithValue("@p" + names.Count, code); names.Add(parameter.ParameterName); } command.CommandText = "SELECT * FROM Users WHERE Name IN (" + string.Join(", ", names) + ")"; return command.ExecuteScalar();""")]
    public Task ListOfPlaceholders_IsSilent(string body) => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(Method(body, Texts));

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "placeholders", Verdict.Reports)]
    public Task ListOfValuesBesidePlaceholders_Reports() => Verify<ConcatenatedListAnalyzer>.ReportsAsync(Method("""
        var names = codes.Select((code, index) => "@p" + index + code);
        return connection.Query([|$"SELECT * FROM Users WHERE Id = @id AND Name IN ({string.Join(",", names)})"|], new { id = 1 });
        """, Texts));

    [Theory]
    [Clause(RuleIds.ConcatenatedList, "constants", Verdict.IsSilent)]
    [InlineData("""private static readonly string[] s_states = ["new", "paid"]; public object? Open() => connection.Query($"SELECT * FROM Users WHERE State IN ('{string.Join("','", s_states)}')");""")]
    [InlineData("""public object? Open() { var states = new List<string> { "'new'", "'paid'" }; return connection.Query("SELECT * FROM Users WHERE State IN (" + string.Join(",", states) + ")"); }""")]
    [InlineData("""public object? Open() => Of("new", nameof(State.Open)); private object? Of(params string[] states) => connection.Query("SELECT * FROM Users WHERE State IN ('" + string.Join("','", states) + "')");""")]
    [InlineData("""public object? Open() => connection.Query($"SELECT * FROM Users WHERE State IN ({string.Join(",", Enum.GetNames<State>().Select(state => $"'{state}'"))})");""")]
    public Task OwnTexts_AreSilent(string members) => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(Class(members));

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "constants", Verdict.Reports)]
    public Task OwnTextsWithAnotherCaller_Report() => Verify<ConcatenatedListAnalyzer>.ReportsAsync(Class("""
        public object? Open() => Of("new", "paid");
        public object? Any(string state) => Of(state, "paid");
        private object? Of(params string[] states) => connection.Query([|"SELECT * FROM Users WHERE State IN ('" + string.Join("','", states) + "')"|]);
        """));

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "ranking", Verdict.IsSilent)]
    public Task ListFromARequest_IsLeftToTheOtherRule() => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(Usings + """
        public class UsersController(SqliteConnection connection) : ControllerBase
        {
            [HttpPost] public object? Find([FromBody] string[] codes) => connection.Query("SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "')");
        }
        """);

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "ranking", Verdict.Reports)]
    public async Task ListOfUnknownCaller_IsOneFinding()
    {
        var source = Method("""return connection.Query("SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes) + "')");""", Texts);
        var finding = Assert.Single(await Verify<ConcatenatedListAnalyzer>.FindingsAsync(source));
        Assert.Equal("'string.Join(\"','\", codes)' is strung together into the list of an IN; pass the texts as parameters", finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(await Verify<NonConstantSqlAnalyzer>.FindingsAsync(source));
    }

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "threat-models", Verdict.Reports)]
    public Task ListFromASourceThatIsOff_Reports() => Verify<ConcatenatedListAnalyzer>.ReportsAsync(
        Method("""var lines = File.ReadAllLines("codes.txt"); return connection.Query([|"SELECT * FROM Users WHERE Name IN ('" + string.Join("','", lines) + "')"|]);""", ""));

    [Fact]
    [Clause(RuleIds.ConcatenatedList, "threat-models", Verdict.IsSilent)]
    public Task ListFromASourceThatIsOn_IsLeftToTheOtherRule() => Verify<ConcatenatedListAnalyzer>.IsSilentAsync(
        Method("""var lines = File.ReadAllLines("codes.txt"); return connection.Query("SELECT * FROM Users WHERE Name IN ('" + string.Join("','", lines) + "')");""", ""),
        Setting.Default with { Options = "security_review.threat_models = local" });

    [Theory]
    [InlineData("""return connection.Query("SELECT * FROM Users WHERE Name IN ('" + string.Join("','", codes""")]
    [InlineData("""var x = codes.Aggregate(; return connection.Query($"SELECT * FROM Users WHERE Name IN ({x})");""")]
    public Task HalfTypedCode_DoesNotThrow(string body) => Verify<ConcatenatedListAnalyzer>.RunsAsync(Method(body, Texts), Setting.Default with { Broken = true });

    [Fact]
    public Task TopLevelStatements_Report() => Verify<ConcatenatedListAnalyzer>.ReportsAsync(
        Usings + """
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.ExecuteAsync([|$"DELETE FROM Users WHERE Name IN ('{string.Join("','", args)}')"|]);
        """,
        Setting.Program);
}
