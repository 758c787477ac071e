using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>Code as it is while it is typed: names that are missing anywhere, in programs that every rule has something to say about.</summary>
public class MissingNameTests
{
    /// <summary>One name in so many is left out.</summary>
    private const int Rarity = 12;

    [Theory]
    [InlineData("DeleteRace", 1, 2, 3)]
    [InlineData("ErrorHandling", 1, 2, 3)]
    [InlineData("ErrorHandling.Careless", 1, 2, 3)]
    [InlineData("QuotaService", 1, 2, 3)]
    [InlineData("Tenants", 1, 2, 3)]
    public async Task ProgramWithoutSomeNames_IsAnalysed(string sample, params int[] seeds)
    {
        foreach (var seed in seeds)
            Assert.Empty(await ThrownAsync(sample, new Random(seed)));
    }

    private static async Task<List<string>> ThrownAsync(string sample, Random random)
    {
        var trees = SampleSources.FilesOf(sample)
            .Select(path => WithoutSomeNames(CSharpSyntaxTree.ParseText(File.ReadAllText(path), Setting.Default.ParseOptions, path), random))
            .ToList();
        Assert.NotEmpty(trees);
        var compilation = CSharpCompilation.Create("Test", trees, TestReferences.Of(TestReferences.Net10), Setting.Default.CompilationOptions);
        var thrown = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, analyzer, _) => thrown.Add($"{analyzer.GetType().Name}: {exception}"), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        await compilation.WithAnalyzers(RuleSet.Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return thrown;
    }

    /// <summary>The text is parsed again: that is how a compiler comes by a missing name.</summary>
    private static SyntaxTree WithoutSomeNames(SyntaxTree tree, Random random)
    {
        var text = tree.GetText();
        var gaps = tree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && random.Next(Rarity) == 0)
            .Select(static token => new TextChange(token.Span, ""));
        return tree.WithChangedText(text.WithChanges(gaps));
    }
}
