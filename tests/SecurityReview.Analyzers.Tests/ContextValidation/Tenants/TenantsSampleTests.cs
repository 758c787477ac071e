using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Tenants;

/// <summary>
/// The multi-tenant sample, with endpoints in all styles, is silent under all rules about contexts. Each fault that is seeded into it, as a careless hand
/// would, is reported on the marked line and nowhere else.
/// </summary>
public class TenantsSampleTests
{
    private const string Mark = "// here";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly Setting s_setting = Setting.Program;

    private static readonly string s_sample = Path.Combine(TestReferences.RepositoryRoot, "samples", "Tenants");

    private static readonly string s_faults = Path.Combine(TestReferences.RepositoryRoot, "tests", "SecurityReview.Analyzers.Tests", "ContextValidation", "Tenants", "Faults");

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [.. typeof(ReviewAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ReviewAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id.StartsWith("SECR3", StringComparison.Ordinal)))];

    private static readonly ImmutableDictionary<string, string> s_sources =
        Directory.EnumerateFiles(s_sample, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToImmutableDictionary(file => Path.GetRelativePath(s_sample, file).Replace('\\', '/'), file => File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal));

    private static readonly Lazy<CSharpCompilation> s_careful = new(() => CSharpCompilation.Create(
        "Tenants",
        s_sources.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => Parse(file.Key, file.Value)).Append(Parse("ImplicitUsings.g.cs", ImplicitUsings)),
        s_setting.References,
        s_setting.CompilationOptions));

    public static TheoryData<string> Faults => new(Directory.EnumerateFiles(s_faults, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Fact]
    public async Task CarefulSample_IsSilent() => Assert.Empty(await FindingsAsync(s_sources));

    [Fact]
    public void Sample_HasAtLeastFortyEndpointsAndTwentyFiveFaults()
    {
        var compilation = Compile(s_sources);
        var endpoints = SecurityReview.Analyzers.Endpoints.EntryPoints.Of(KnownTypes.Of(compilation));
        var count = compilation.SyntaxTrees.Sum(tree => tree.GetRoot().DescendantNodes()
            .Select(node => compilation.GetSemanticModel(tree) is var model ? model.GetDeclaredSymbol(node) as IMethodSymbol ?? (node is Microsoft.CodeAnalysis.CSharp.Syntax.LambdaExpressionSyntax ? model.GetSymbolInfo(node).Symbol as IMethodSymbol : null) : null)
            .Count(method => method is not null && endpoints.KindOf(method) is not null));
        Assert.True(count >= 40, $"{count} endpoints");
        Assert.True(Faults.Count >= 25, $"{Faults.Count} faults");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_IsReportedWhereItIs(string fault)
    {
        var (rule, sources) = Apply(fault);
        var expected = sources.SelectMany(file => file.Value.Split('\n').Select((line, index) => (line, index)).Where(item => item.line.Contains(Mark, StringComparison.Ordinal)).Select(item => $"{file.Key}({item.index + 1}): {RuleAt(item.line, rule)}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), await FindingsAsync(sources));
    }

    [Fact]
    public void Faults_AreOfAllElevenRules() =>
        Assert.Equal(
            Enumerable.Range(3001, 11).Select(number => $"SECR{number}"),
            Directory.EnumerateFiles(s_faults, "*.txt").Select(file => File.ReadLines(file).First()["rule: ".Length..].Trim()).Distinct().Order(StringComparer.Ordinal));

    /// <summary>A mark may name a rule of its own, where one slip is two faults.</summary>
    private static string RuleAt(string line, string rule) => line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..].Trim() is { Length: > 0 } other ? other : rule;

    private static (string Rule, ImmutableDictionary<string, string> Sources) Apply(string fault)
    {
        var parts = File.ReadAllText(Path.Combine(s_faults, fault + ".txt")).Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n=== ");
        var sources = s_sources;
        foreach (var part in parts.Skip(1))
        {
            var file = part[..part.IndexOf('\n', StringComparison.Ordinal)];
            var texts = part[(file.Length + 1)..].Split("\n--->\n");
            var (before, after) = (texts[0], texts.Length > 1 ? texts[1].TrimEnd('\n') : "");
            Assert.Contains(before, sources[file], StringComparison.Ordinal);
            var at = sources[file].IndexOf(before, StringComparison.Ordinal);
            sources = sources.SetItem(file, sources[file][..at] + after + sources[file][(at + before.Length)..]);
        }

        return (parts[0]["rule: ".Length..].Trim(), sources);
    }

    private static async Task<IEnumerable<string>> FindingsAsync(ImmutableDictionary<string, string> sources)
    {
        var findings = await Compile(sources).WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        return findings.Select(finding => $"{finding.Location.SourceTree!.FilePath}({finding.Location.GetLineSpan().StartLinePosition.Line + 1}): {finding.Id}").Order(StringComparer.Ordinal);
    }

    /// <summary>What a fault leaves alone is parsed once.</summary>
    private static CSharpCompilation Compile(ImmutableDictionary<string, string> sources)
    {
        var compilation = s_careful.Value;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => sources.TryGetValue(tree.FilePath, out var text) && text != s_sources[tree.FilePath]))
            compilation = compilation.ReplaceSyntaxTree(tree, Parse(tree.FilePath, sources[tree.FilePath]));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(text, s_setting.ParseOptions, file);
}
