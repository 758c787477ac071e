using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.ExceptionHandling;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Query;

/// <summary>Where the engine gives up it says so, at the place that it was asked about.</summary>
public class SpentBudgetTests
{
    private const string Words = "What reaches this place was not followed to its end:";

    [Fact]
    [Clause("SECR9002", "used-up", Verdict.Reports)]
    [Clause("SECR9002", "place", Verdict.Reports)]
    public async Task TooManyCallers_AreTold() => Assert.Equal(
        [$"\"SELECT \" + column {Words} 'Store.Find(string)' is called from too many places; review it by hand"],
        await GapsAsync<SqlInjectionAnalyzer>(Store + Callers(201, "internal void M{0}(string text) => store.Find(text + {0});")));

    [Fact]
    [Clause("SECR9002", "used-up", Verdict.IsSilent)]
    public async Task CallersWithinTheBudget_AreNotTold() =>
        Assert.Empty(await GapsAsync<SqlInjectionAnalyzer>(Store + Callers(150, "internal void M{0}(string text) => store.Find(text + {0});")));

    [Fact]
    [Clause("SECR9002", "used-up", Verdict.IsSilent)]
    [Clause("SECR9002", "place", Verdict.IsSilent)]
    public async Task SourceAmongTheFirstCallers_IsAFindingAndNoGap()
    {
        var source = Store + "public class FirstController(Store store) : Microsoft.AspNetCore.Mvc.ControllerBase { public void Get(string name) => store.Find(name); }" +
            Callers(300, "internal void M{0}(string text) => store.Find(text + {0});");
        Assert.Equal(["SECR1001"], (await FindingsAsync<SqlInjectionAnalyzer>(source)).Select(finding => finding.Id));
    }

    [Fact]
    [Clause("SECR9002", "used-up", Verdict.Reports)]
    public async Task TooManyWriters_AreTold() => Assert.Equal(
        [$"\"SELECT \" + Settings.Column {Words} 'Settings.Column' is set in too many places; review it by hand"],
        await GapsAsync<SqlInjectionAnalyzer>("""
            using Dapper;
            public static class Settings { public static string Column = "Id"; }
            public class Store(System.Data.IDbConnection connection) { public object Find() => connection.Query("SELECT " + Settings.Column); }

            """ + Callers(101, "internal void M{0}() => Settings.Column = \"c{0}\";")));

    [Fact]
    [Clause("SECR9002", "used-up", Verdict.IsSilent)]
    public async Task SomeWriters_AreNotTold() => Assert.Empty(await GapsAsync<SqlInjectionAnalyzer>("""
        using Dapper;
        public static class Settings { public static string Column = "Id"; }
        public class Store(System.Data.IDbConnection connection) { public object Find() => connection.Query("SELECT " + Settings.Column); }

        """ + Callers(40, "internal void M{0}() => Settings.Column = \"c{0}\";")));

    [Fact]
    [Clause("SECR9002", "response", Verdict.Reports)]
    public async Task DetailThatMayBeSent_IsTold() => Assert.Single(await GapsAsync<ExceptionDetailAnalyzer>(
        Answers + Callers(201, "internal object M{0}(string text) => answers.Fail(text + {0});", "Answers answers")));

    [Fact]
    [Clause("SECR9002", "response", Verdict.IsSilent)]
    public async Task DetailThatIsNotSent_IsNot() => Assert.Empty(await GapsAsync<ExceptionDetailAnalyzer>(
        Answers + Callers(20, "internal object M{0}(string text) => answers.Fail(text + {0});", "Answers answers")));

    [Fact]
    [Clause("SECR9002", "hidden", Verdict.IsSilent)]
    public async Task Gap_IsHidden() => Assert.Equal(DiagnosticSeverity.Hidden, (await FindingsAsync<SqlInjectionAnalyzer>(ManyCallers)).Single().Severity);

    [Fact]
    [Clause("SECR9002", "hidden", Verdict.Reports)]
    public async Task RaisedGap_IsAWarning()
    {
        var compilation = Compilations.Create(ManyCallers, Setting.Default);
        var options = compilation.Options.WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("SECR9002", ReportDiagnostic.Warn));
        var findings = await compilation.WithOptions(options).WithAnalyzers([new SqlInjectionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(findings).Severity);
    }

    private const string Store = """
        using Dapper;
        public class Store(System.Data.IDbConnection connection) { public object Find(string column) => connection.Query("SELECT " + column); }

        """;

    private const string Answers = """
        public class Answers : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            [Microsoft.AspNetCore.Mvc.NonAction]
            public object Fail(string text) { try { return Ok(1); } catch (System.Exception error) { return Problem(Describe(text, error)); } }
            private static string Describe(string text, System.Exception error) => "failed: " + text;
        }

        """;

    private static string ManyCallers => Store + Callers(201, "internal void M{0}(string text) => store.Find(text + {0});");

    private static string Callers(int count, string method, string service = "Store store") =>
        $"public class Callers({service}) {{\n{string.Concat(Enumerable.Range(0, count).Select(i => method.Replace("{0}", $"{i}", StringComparison.Ordinal) + "\n"))}}}";

    private static async Task<IEnumerable<string>> GapsAsync<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        (await FindingsAsync<TAnalyzer>(source)).Where(finding => finding.Id == "SECR9002")
            .Select(finding => $"{finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan)} {finding.GetMessage()}");

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        Assert.Empty(Compilations.Create(source, Setting.Default).GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        return await Verify<TAnalyzer>.FindingsAsync(source);
    }
}
