using System.Diagnostics;
using System.Text;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Solver;

/// <summary>Large and twisted bodies end, in seconds and without an exception; the answer is the right one or none.</summary>
public class FlowSolverTests
{
    private const int Seconds = 20;

    [Fact]
    public Task LongMethod_Ends() => FindsAsync(1, Body(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"var v{i} = \"x\" + {(i == 0 ? "name" : $"v{i - 1}")};\n"))
        + "connection.Query(v19999);"));

    [Fact]
    public Task ManyBranches_End() => FindsAsync(1, Body("var sql = name;\n"
        + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"if (name.Length == {i}) sql += \"{i}\"; else sql = sql + name;\n"))
        + "connection.Query(sql);"));

    [Fact]
    public Task NestedLoops_End() => FindsAsync(1, Body("var sql = \"\"; string a = \"\", b = \"\", c = name;\n"
        + string.Concat(Enumerable.Range(0, 12).Select(i => $"for (var i{i} = 0; i{i} < name.Length; i{i}++) {{ sql = a; a = b; b = c;\n"))
        + "sql += a;" + new string('}', 12) + "connection.Query(sql);"));

    [Fact]
    public Task LongInterpolation_Ends() => FindsAsync(1, Body("connection.Query($\"" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{{name}} x{i} ")) + "\");"));

    [Fact]
    public Task LongAddition_Ends() => FindsAsync(1, Body("connection.Query(\"SELECT \"" + string.Concat(Enumerable.Repeat(" + name", 3_000)) + ");"));

    [Fact]
    public Task DeepNesting_Ends() => FindsAsync(1, Body("var sql = name;\n" + string.Concat(Enumerable.Repeat("if (name.Length > 1) {\n", 200)) + "connection.Query(sql);" + new string('}', 200)));

    [Fact]
    public Task TryWithinTry_Ends() => FindsAsync(1, Body("var sql = name;\n" + string.Concat(Enumerable.Repeat("try {\n", 60))
        + "connection.Query(sql);" + string.Concat(Enumerable.Repeat("} finally { name.Trim(); }\n", 60))));

    private static string Body(string statements)
    {
        var source = new StringBuilder();
        // The compiler's own nullable analysis is quadratic in the number of locals; what is measured here is ours.
        source.AppendLine("#nullable disable").AppendLine("using Dapper;");
        source.AppendLine("public class ItemsController(System.Data.IDbConnection connection) : Microsoft.AspNetCore.Mvc.ControllerBase {");
        source.AppendLine("public void Get(string name) {").AppendLine(statements).AppendLine("}}");
        return source.ToString();
    }

    private static async Task FindsAsync(int expected, string source)
    {
        var watch = Stopwatch.StartNew();
        var findings = await Verify<SqlInjectionAnalyzer>.FindingsAsync(source);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(Seconds), $"took {watch.Elapsed}");
        Assert.Equal(expected, findings.Length);
    }
}
