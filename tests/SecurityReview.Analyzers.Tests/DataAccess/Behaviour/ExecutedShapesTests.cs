using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DataAccess.Behaviour;

/// <summary>Counts the repairs that the tests of this folder run before and after.</summary>
public class ExecutedShapesTests
{
    [Fact]
    public void ExecutedRepairs_AreOfFortyShapes()
    {
        var folder = Path.Combine(TestReferences.RepositoryRoot, "tests", "SecurityReview.Analyzers.Tests", "DataAccess", "Behaviour");
        var shapes = Directory.EnumerateFiles(folder, "*RepairBehaviourTests.cs").SelectMany(ShapesIn).ToHashSet(StringComparer.Ordinal);

        Assert.True(shapes.Count >= 40, $"Only {shapes.Count} shapes.");
    }

    /// <summary>The repaired code of each test, which is its first literal.</summary>
    private static IEnumerable<string> ShapesIn(string file) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory"))
            .Select(method => method.DescendantTokens().First(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken).ValueText)
            .Select(ShapeOf);

    /// <summary>Code that differs only in names or literals is one shape.</summary>
    private static string ShapeOf(string members) =>
        string.Join(" ", SyntaxFactory.ParseCompilationUnit($"class C {{ {members} }}").DescendantTokens().Select(token => token.Kind() switch
        {
            SyntaxKind.IdentifierToken => "name",
            SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken => "literal",
            SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => "literal",
            _ => token.ToString(),
        }));
}
