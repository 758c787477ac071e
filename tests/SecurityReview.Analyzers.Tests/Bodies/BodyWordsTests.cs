using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;

namespace SecurityReview.Analyzers.Tests.Bodies;

/// <summary>Which declarations have a word.</summary>
public class BodyWordsTests
{
    [Fact]
    public void Word_IsInTheMethodThatHasIt() => Assert.Equal(["Has"], With(BodyWords.Of("Delete"), "void Has() { x.Delete(); } void HasNot() { x.Deleted(); _Delete(); }"));

    [Fact]
    public void Keyword_IsAWord() => Assert.Equal(["Has"], With(BodyWords.Of("catch"), "void Has() { try { } catch { } } void HasNot() { try { } finally { } }"));

    [Fact]
    public void WordBeforeAndBehind_IsNotIn() => Assert.Equal(["A", "C"], With(BodyWords.Of("Delete"), "int A() => Delete(); int B() => 1; int C() => Delete();"));

    [Fact]
    public void Form_IsTriedOnEachWord() =>
        Assert.Equal(["Has"], With(BodyWords.Of().OrLike(Types, static word => word.StartsWith("Log", StringComparison.Ordinal)), "void Has() { LogThis(); } void HasNot() { DoLog(); }"));

    [Fact]
    public void Form_IsAskedOfEachWordOnce_ForWhatTheOptionsAdd()
    {
        var asked = new List<string>();
        var trees = new[] { "A.cs", "B.cs", "C.cs" }.Select(path => CSharpSyntaxTree.ParseText("class Owner { }", path: path)).ToList();
        var words = BodyWords.Of().OrLike(Types, tree => [tree.FilePath == "C.cs" ? "Other" : "Owner"], (word, added) =>
        {
            asked.Add($"{word} of {added.Single()}");
            return added.Contains(word);
        });

        Assert.Equal([true, true, false], trees.Select(tree => words.StandIn(tree.GetRoot(), CancellationToken.None)));
        Assert.Equal(["class of Owner", "Owner of Owner", "class of Other", "Owner of Other"], asked);
    }

    [Fact]
    public void Form_KnowsMoreWordsThanTheFirst() =>
        Assert.Equal(["M2999"], With(BodyWords.Of().OrLike(Types, static word => word == "word2999"), string.Concat(Enumerable.Range(0, 3000).Select(static i => $"void M{i}() {{ word{i}(); }} "))));

    [Fact]
    public void WordsAreFound_WhenFirstAsked() => Assert.Equal(["Has"], With(BodyWords.FoundBy(_ => ["Delete"]), "void Has() { Delete(); } void HasNot() { }"));

    [Theory]
    [InlineData("Box F() => new(text);")]
    [InlineData("Box F() => new (text);")]
    [InlineData("void F() { Box b = new\n(text); }")]
    [InlineData("C() : base(text) { } int F;")]
    [InlineData("C() : this(text) { } int F;")]
    [InlineData("object F() => new Box(text);")]
    [InlineData("object F() => new App.Box(text);")]
    [InlineData("object F() => new Crate(text);")]
    [InlineData("object F() => new Case(text);")]
    public void Construction_NeedsNoNameOfTheType(string member) => Assert.Single(With(BodyWords.Of("Box").OrConstructions(Types), member));

    [Theory]
    [InlineData("object F() => new Other(text);")]
    [InlineData("object F() => base.Text(this.Other(text));")]
    [InlineData("object F() => new[] { 1 };")]
    public void OtherCalls_AreNoConstructions(string member) => Assert.Empty(With(BodyWords.Of("Box").OrConstructions(Types), member));

    [Theory]
    [InlineData("void F() { map[key] = value; }", 1)]
    [InlineData("void F() { map [ key ] = value; }", 1)]
    [InlineData("object F() => new Map { [key] = value };", 1)]
    [InlineData("void F() { value = map[key]; }", 0)]
    [InlineData("int[] F() => text;", 0)]
    public void ElementAssignment_NamesNothing(string member, int count) => Assert.Equal(count, With(BodyWords.Of().OrElementAssignments(), member).Count);

    [Fact]
    public void AttributeOfAField_BelongsToTheField() => Assert.Equal(["_has"], With(BodyWords.Of("Marked"), "[Marked] int _has = 1; int _hasNot = 2;"));

    private static KnownTypes Types => KnownTypes.Of(Compile(""));

    private static Compilation Compile(string source) => CSharpCompilation.Create(
        "Test", [CSharpSyntaxTree.ParseText(source, path: "A.cs"), CSharpSyntaxTree.ParseText("global using Crate = App.Box;", path: "B.cs")]);

    /// <summary>The names of the members of a class that a word stands in.</summary>
    private static List<string> With(BodyWords words, string members)
    {
        var tree = CSharpSyntaxTree.ParseText($"using Case = App.Box; class C {{ {members} }}", path: "A.cs");
        return tree.GetRoot().DescendantNodes()
            .Where(node => node is FieldDeclarationSyntax or BaseMethodDeclarationSyntax && words.StandIn(node, CancellationToken.None))
            .Select(node => node switch
            {
                FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                _ => ".ctor",
            }).ToList();
    }
}
