using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Tests.Taint.Names;

/// <summary>The index over the raw text gives the tokens that the parser sees, and no others.</summary>
public class NameIndexTests
{
    /// <summary>How many characters the index reads at a time.</summary>
    private const int BufferLength = 8192;

    [Fact]
    public void DeclarationAndUse_AreFoundInOrder() =>
        Assert.Equal([6, 24], PositionsOf("class Box { } class O { Box _box; }", "Box"));

    [Fact]
    public void WordInComment_IsNotFound() => Assert.Empty(PositionsOf("// Box\nclass C { /* Box */ }", "Box"));

    [Fact]
    public void WordInLiteral_IsNotFound() => Assert.Empty(PositionsOf("class C { string s = \"Box\"; }", "Box"));

    [Fact]
    public void PartOfAWord_IsNotFound() => Assert.Empty(PositionsOf("class Boxes { int _Box, MyBox, Box2; }", "Box"));

    [Fact]
    public void WordAtTheEndOfTheFile_IsFound() => Assert.Equal([10], PositionsOf("using App.Box", "Box"));

    [Fact]
    public void EmptyFile_HasNone() => Assert.Empty(PositionsOf("", "Box"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void WordAcrossTheBufferBorder_IsFound(int lettersBefore)
    {
        var start = BufferLength - lettersBefore;
        var source = "class C { ".PadRight(start) + "Name _field; }";
        Assert.Equal([start], PositionsOf(source, "Name"));
    }

    [Fact]
    public void WordThatFillsSeveralBuffers_IsFound()
    {
        var name = new string('n', (BufferLength * 2) + 10);
        Assert.Equal([6], PositionsOf($"class {name} {{ }}", name));
    }

    [Fact]
    public void NonAsciiName_IsFound() => Assert.Equal([6], PositionsOf("class Größe { }", "Größe"));

    [Fact]
    public void NameWithCombiningMark_IsFound() => Assert.Equal([6], PositionsOf("class Cafe\u0301s { }", "Cafe\u0301s"));

    [Fact]
    public void NonAsciiSpace_SeparatesNames() => Assert.Equal([6], PositionsOf("class\u00A0Box\u00A0{ }", "Box"));

    [Fact]
    public void VerbatimName_IsFoundWithoutItsSign() => Assert.Equal([10], PositionsOf("class C { @event _field; } class D { event System.Action E; }", "event"));

    [Fact]
    public void Keyword_IsATokenButNoIdentifier()
    {
        var index = IndexOf("class C { object o = new(); }");
        Assert.Single(index.TokensOf("new", CancellationToken.None));
        Assert.Empty(index.IdentifiersOf("new", CancellationToken.None));
    }

    [Fact]
    public void NameInInterpolation_IsFound() => Assert.Equal([39], PositionsOf("class C { string M(int box) => $\"box: {box}\"; }", "box").Skip(1));

    [Fact]
    public void SeveralFiles_AreInTheOrderOfTheCompilation()
    {
        var trees = new[] { "class B { Box _b; }", "class Box { }" }.Select((text, i) => CSharpSyntaxTree.ParseText(text, path: $"{i}.cs"));
        var index = NameIndex.Of(CSharpCompilation.Create("Test", trees));
        Assert.Equal(["0.cs", "1.cs"], index.IdentifiersOf("Box", CancellationToken.None).Select(static token => token.SyntaxTree!.FilePath));
    }

    [Fact]
    public void NameThatIsAskedAgain_HasTheSameIdentifiers()
    {
        var index = IndexOf("class Box { Box _box; /* Box */ Box Of(Box box) => box; }");
        var first = index.IdentifiersOf("Box", CancellationToken.None).ToList();
        Assert.Equal(4, first.Count);
        for (var i = 0; i < 3; i++)
            Assert.Equal(first, index.IdentifiersOf("Box", CancellationToken.None));
    }

    [Theory]
    [InlineData("new", 1)]
    [InlineData("this", 1)]
    public void Keyword_IsFoundWhereItIsCalled(string keyword, int count) =>
        Assert.Equal(count, IndexOf("class C { C(int x) { } C() : this(new object().GetHashCode()) { this.O = new(); } object O; }").TokensOf(keyword, CancellationToken.None, WordUse.Called).Count());

    private static NameIndex IndexOf(string source) => NameIndex.Of(CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(source)]));

    private static IEnumerable<int> PositionsOf(string source, string name) =>
        IndexOf(source).IdentifiersOf(name, CancellationToken.None).Select(static token => token.SpanStart);
}
