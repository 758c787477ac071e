using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.EndToEnd.Tests.Tool.Reviewing;

/// <summary>A rule or fixer that throws is a problem of the review, next to what the others found.</summary>
public sealed class RuleFailureTests
{
    [Fact]
    public async Task AnalyzerThatThrows_IsNamedOnceWithItsMessage()
    {
        var review = await ReviewAsync("class Good; class Trap; namespace N { class Trap; }");

        var problem = Assert.Single(review.Problems);
        Assert.Equal(ProblemKind.Rule, problem.Kind);
        Assert.Contains(FailingAnalyzer.Id, problem.Summary, StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException: fell into the trap", Assert.Single(problem.Details));
        Assert.Equal("Class 'Good'", Assert.Single(review.Findings).Message);
    }

    [Fact]
    public async Task FixerThatThrows_IsNamedAndTheFindingStays()
    {
        var review = await ReviewAsync("class Good;", new FailingFixer());

        Assert.Equal("NotSupportedException: no fix today", Assert.Single(Assert.Single(review.Problems).Details));
        Assert.Null(Assert.Single(review.Findings).Fix);
    }

    [Fact]
    public async Task NothingThatThrows_IsNoProblem() => Assert.Empty((await ReviewAsync("class Good;")).Problems);

    private static async Task<ProjectReview> ReviewAsync(string code, params CodeFixProvider[] fixers)
    {
        using var workspace = new AdhocWorkspace();
        var library = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp, Path.GetFullPath("Shop.csproj"),
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            metadataReferences: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var project = workspace.AddProject(library).AddDocument("Order.cs", code, filePath: Path.GetFullPath("Order.cs")).Project;
        var rules = new ReviewRules([new FailingAnalyzer()], fixers, []);
        return await new ProjectReviewer(rules, new DateOnly(2030, 1, 1), withLedger: false).ReviewAsync(project, CancellationToken.None);
    }
}
