using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>Programs of one endpoint each, to try what the rows of a library say: the same body once with request data and once with a number in its place.</summary>
internal static class RowProgram
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Collections;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Data;
        using System.Data.Common;
        using System.Globalization;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Runtime.CompilerServices;
        using System.Text;
        using System.Text.RegularExpressions;
        using System.Threading;
        using System.Threading.Tasks;
        using Dapper;
        using Microsoft.EntityFrameworkCore;

        """;

    private const string OldUsings = """
        using System;
        using System.Data;
        using System.Threading.Tasks;

        """;

    /// <summary>What the body has in the place of the data under test.</summary>
    public const string Data = "DATA";

    /// <summary>What the body has in the place of a property that holds SQL.</summary>
    public const string Sink = "SINK";

    /// <summary>The body with text from the request is reported, once.</summary>
    /// <param name="library">Source of the library, where its assembly is not at hand.</param>
    public static async Task ReportsAsync(string body, string framework = TestReferences.Net10, string library = "")
    {
        var findings = await FindingsAsync(body, framework == TestReferences.Net48 ? "request.RawUrl" : "request.Query[\"q\"].ToString()", framework, library);
        Assert.True(findings.Count == 1 && findings[0].Id == "SECR1001", $"{findings.Count} findings: {body}");
    }

    /// <summary>The body with text that no request chose is silent.</summary>
    public static async Task IsSilentAsync(string body, string framework = TestReferences.Net10, string library = "")
    {
        var findings = await FindingsAsync(body, "number.ToString()", framework, library);
        Assert.True(findings.Count == 0, $"{findings.Count} findings: {body}");
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string body, string data, string framework, string library)
    {
        var source = $$"""
            {{(framework == TestReferences.Net48 ? OldUsings : Usings)}}
            class Program
            {
                static async Task Run({{(framework == TestReferences.Net48 ? "System.Web" : "Microsoft.AspNetCore.Http")}}.HttpRequest request, int number)
                {
                    {{body.Replace(Data, data, StringComparison.Ordinal).Replace(Sink, "((IDbCommand)null).CommandText", StringComparison.Ordinal)}}
                }
            }
            """;
        var setting = Setting.Default with { Framework = framework, MoreSources = library.Length == 0 ? [] : [("/0/Library.cs", library)] };
        Assert.DoesNotContain(Compilations.Create(source, setting).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return await Verify<SqlInjectionAnalyzer>.FindingsAsync(source, setting);
    }
}
