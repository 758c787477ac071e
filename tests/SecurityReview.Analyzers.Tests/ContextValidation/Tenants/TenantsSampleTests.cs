using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Tenants;

/// <summary>
/// The multi-tenant sample, with endpoints in all styles, is silent under all rules about contexts. Each fault that is seeded into it, as a careless hand
/// would, is reported on the marked line and nowhere else.
/// </summary>
public class TenantsSampleTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [.. typeof(ReviewAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ReviewAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id.StartsWith("SECR3", StringComparison.Ordinal)))];

    public static TheoryData<string> Faults => new(TenantsSample.Faults);

    [Fact]
    public async Task CarefulSample_IsSilent() => Assert.Empty(await FindingsAsync(TenantsSample.Sources));

    [Fact]
    public void Sample_HasAtLeastFortyEndpointsAndTwentyFiveFaults()
    {
        var compilation = TenantsSample.Compile(TenantsSample.Sources);
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
        var (rule, sources) = TenantsSample.Apply(fault);
        var expected = sources.SelectMany(file => file.Value.Split('\n').Select((line, index) => (line, index)).Where(item => item.line.Contains(TenantsSample.Mark, StringComparison.Ordinal)).Select(item => $"{file.Key}({item.index + 1}): {RuleAt(item.line, rule)}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), await FindingsAsync(sources));
    }

    [Fact]
    public void Faults_AreOfAllElevenRules() =>
        Assert.Equal(
            Enumerable.Range(3001, 11).Select(number => $"SECR{number}"),
            TenantsSample.Faults.Select(fault => TenantsSample.Apply(fault).Rule).Distinct().Order(StringComparer.Ordinal));

    /// <summary>A mark may name a rule of its own, where one slip is two faults.</summary>
    private static string RuleAt(string line, string rule) => line[(line.IndexOf(TenantsSample.Mark, StringComparison.Ordinal) + TenantsSample.Mark.Length)..].Trim() is { Length: > 0 } other ? other : rule;

    private static async Task<IEnumerable<string>> FindingsAsync(ImmutableDictionary<string, string> sources)
    {
        var findings = await TenantsSample.Compile(sources).WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync();
        return findings.Select(finding => $"{finding.Location.SourceTree!.FilePath}({finding.Location.GetLineSpan().StartLinePosition.Line + 1}): {finding.Id}").Order(StringComparer.Ordinal);
    }
}
