using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>The pages say what the rules do: their tables are the descriptors', and their examples are compiled and reviewed.</summary>
public class RulePageTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Security.Claims;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Dapper;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Data.Sqlite;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    public static TheoryData<string> RulesWithExamples =>
        new(Descriptors.All.Select(descriptor => descriptor.Id).Where(id => Descriptors.FamilyOf(id) != RuleFamily.Configuration));

    [Theory]
    [MemberData(nameof(RuleSet.Ids), MemberType = typeof(RuleSet))]
    public void HeadingTableAndSections_AreTheDescriptors(string id)
    {
        var page = new RulePage(id);
        Assert.Equal($"# {id}: {RuleSet.Descriptor(id).Title}", page.Heading);
        Assert.True(page.Contains(RulePage.Row(id)), $"{page.Path} lacks the row\n{RulePage.Row(id)}");
        Assert.Equal(RulePage.Sections, page.Headings);
    }

    [Fact]
    public void EveryOption_StandsOnAPage()
    {
        var pages = Descriptors.All.Select(descriptor => new RulePage(descriptor.Id)).ToList();
        Assert.Empty(ReviewOptions.All.Where(option => !pages.Any(page => page.Section("Options").Contains(option.Key, StringComparison.Ordinal))).Select(option => option.Key));
    }

    [Theory]
    [MemberData(nameof(RulesWithExamples))]
    public async Task ReportedExamples_AreReportedWhereTheySay(string id)
    {
        var examples = new RulePage(id).Examples("Reported").ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var lines = example.Split('\n');
            var expected = Enumerable.Range(0, lines.Length).Where(line => lines[line].TrimEnd().EndsWith("// " + id, StringComparison.Ordinal)).ToList();
            var reported = await FindingsAsync(id, example);
            Assert.True(reported.Count > 0, $"{id} is silent on\n{example}");
            if (expected.Count > 0)
                Assert.Equal(expected, reported);
        }
    }

    [Theory]
    [MemberData(nameof(RulesWithExamples))]
    public async Task OtherExamples_AreSilent(string id)
    {
        var examples = new RulePage(id).Examples("Not reported").ToList();
        Assert.NotEmpty(examples);
        foreach (var example in examples)
            Assert.True((await FindingsAsync(id, example)).Count == 0, $"{id} reports\n{example}");
    }

    /// <summary>The lines on which a rule reports, counted from zero; the example must compile.</summary>
    private static async Task<List<int>> FindingsAsync(string id, string example)
    {
        var isProgram = CSharpSyntaxTree.ParseText(example).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var setting = (isProgram ? Setting.Program : Setting.Default) with { MoreSources = [("/0/Usings.cs", ImplicitUsings)] };
        var compilation = Compilations.Create(example, setting);
        var errors = compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"{string.Join("\n", errors)}\nin\n{example}");
        var findings = await compilation.WithAnalyzers([RuleSet.AnalyzerOf(id)]).GetAnalyzerDiagnosticsAsync();
        return [.. findings.Where(finding => finding.Id == id).Select(finding => finding.Location.GetLineSpan().StartLinePosition.Line).Distinct().Order()];
    }
}
