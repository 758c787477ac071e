using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DataAccess;
using static SecurityReview.Analyzers.Tests.DataAccess.LibraryCode;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>The repair is that of injected text, which has the tests of its shapes; here that it is offered for these findings.</summary>
public class NonConstantSqlFixerTests
{
    [Theory]
    [Clause(RuleIds.NonConstantSql, "fix", Verdict.Reports)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE Name = '" + name + "'"|]);""", """return connection.Query("SELECT * FROM Users WHERE Name = @name", new { name });""")]
    [InlineData("""return connection.Query([|$"SELECT * FROM Users WHERE Name LIKE '{name}%'"|]); // all of them""", """return connection.Query("SELECT * FROM Users WHERE Name LIKE @name", new { name = $"{name}%" }); // all of them""")]
    public Task ValueOfUnknownCaller_BecomesAParameter(string body, string repaired) =>
        VerifyFix<NonConstantSqlAnalyzer, NonConstantSqlFixer>.RepairsAsync(Method(body), Method(repaired));

    [Theory]
    [Clause(RuleIds.NonConstantSql, "dialect", Verdict.Reports)]
    [InlineData("mysql", """[|"SELECT * FROM Users WHERE Name = \"" + name + "\""|]""", "\"SELECT * FROM Users WHERE Name = @name\", new { name }")]
    public Task DialectDecidesOnQuotes_BecomesAParameter(string dialect, string text, string repaired)
    {
        static string Code(string arguments) => Usings + $"public class Target {{ public object? Run(IDbConnection db, string name) => db.Query({arguments}); }}\n";
        return VerifyFix<NonConstantSqlAnalyzer, NonConstantSqlFixer>.RepairsAsync(Code(text), Code(repaired), Setting.Default with { Options = "security_review.dialect = " + dialect });
    }

    [Theory]
    [Clause(RuleIds.NonConstantSql, "fix", Verdict.IsSilent)]
    [InlineData("""return connection.Query([|"SELECT * FROM Users WHERE " + name|]);""")]
    [InlineData("""return connection.Execute([|File.ReadAllText(name)|]);""")]
    public Task Fragment_IsLeftAlone(string body) => VerifyFix<NonConstantSqlAnalyzer, NonConstantSqlFixer>.OffersNothingAsync(Method(body));

    [Fact]
    [Clause(RuleIds.NonConstantSql, "dialect", Verdict.IsSilent)]
    public Task NumberThatTheDialectDoesNotConvert_IsLeftAlone() => VerifyFix<NonConstantSqlAnalyzer, NonConstantSqlFixer>.OffersNothingAsync(
        Usings + """public class Target { public object? Run(IDbConnection db, string name) => db.Query([|"SELECT * FROM Users WHERE Age = " + name|]); }""",
        Setting.Default with { Options = "security_review.dialect = postgresql" });

    [Fact]
    public Task FixAllWithoutKey_SkipsWhatHasNoRepair() => NullKeyFixAll<NonConstantSqlAnalyzer, NonConstantSqlFixer>.RepairsAsync(
        Class("""
            public object? Where(string where) => connection.Query("SELECT * FROM Users WHERE " + where);
            public object? Named(string name) => connection.Query($"SELECT * FROM Users WHERE Name = '{name}'");
            """),
        Class("""
            public object? Where(string where) => connection.Query("SELECT * FROM Users WHERE " + where);
            public object? Named(string name) => connection.Query("SELECT * FROM Users WHERE Name = @name", new { name });
            """));
}
