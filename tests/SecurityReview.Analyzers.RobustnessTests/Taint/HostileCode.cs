using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Robustness;

/// <summary>Sources of a size and shape that nobody writes by hand and everybody's generator does, and the bounds in which they are analysed.</summary>
internal static class HostileCode
{
    /// <summary>Quadratic work on these sizes takes many minutes; the heaviest program takes 15 s of a quiet machine with two cores, the rest is room for a busy one.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    /// <summary>All that is allocated on the way, also what is freed at once; a state copied per step would need hundreds of times as much.</summary>
    private const long MaximumAllocated = 8L * 1024 * 1024 * 1024;

    /// <summary>A controller with an action that takes <c>name</c> from the request, and further members.</summary>
    public static string Controller(string statements, string members = "", string types = "") => $$"""
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Dapper;
        public class ItemsController(System.Data.IDbConnection connection) : Microsoft.AspNetCore.Mvc.ControllerBase {
        public void Get(string name) {
        {{statements}}
        }
        {{members}}
        }
        {{types}}
        """;

    public static string Repeat(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));

    /// <summary>The findings, after a check of the bounds and that no analyzer threw. What the compiler needs for itself is not counted.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(string source)
    {
        var compilation = Compilations.Create(source, Setting.Default);
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var findings = await compilation.WithAnalyzers([new SqlInjectionAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var allocated = GC.GetTotalAllocatedBytes() - before;
        Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
        Assert.True(watch.Elapsed < s_limit, $"took {watch.Elapsed}");
        Assert.True(allocated < MaximumAllocated, $"allocated {allocated / 1_000_000} MB");
        return findings;
    }

    /// <summary>Ends within the bounds; whether a flow this far apart is found is the business of other tests.</summary>
    public static async Task EndsAsync(string source) => _ = await FindingsAsync(source);

    /// <summary>Ends within the bounds, with one finding: the flow is in plain sight.</summary>
    public static async Task IsFoundAsync(string source) => Assert.Single(await FindingsAsync(source));
}
