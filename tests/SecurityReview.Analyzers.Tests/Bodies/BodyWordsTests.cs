using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Taint.Names;

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
    public void WordsAreFound_WhenFirstAsked() => Assert.Equal(["Has"], With(BodyWords.FoundBy(Types, _ => [SoughtWord.Of("Delete")]), "void Has() { Delete(); } void HasNot() { }"));

    [Fact]
    public void WordsAreFound_ByOneForAll()
    {
        var (inside, most, times) = (0, 0, 0);
        var words = BodyWords.FoundBy(Types, _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Sleep(50);
            Interlocked.Decrement(ref inside);
            times++;
            return [SoughtWord.Of("Delete")];
        });
        Parallel.For(0, 8, _ => Assert.Single(With(words, "void Has() { Delete(); }")));
        Assert.Equal((1, 1), (most, times));
    }

    [Fact]
    public void FindingThatIsCancelled_StartsOver()
    {
        var times = 0;
        var words = BodyWords.FoundBy(Types, _ => times++ == 0 ? throw new OperationCanceledException() : [SoughtWord.Of("Delete")]);
        Assert.Throws<OperationCanceledException>(() => With(words, "void Has() { Delete(); }"));
        Assert.Single(With(words, "void Has() { Delete(); }"));
        Assert.Equal(2, times);
    }

    [Theory]
    [InlineData("Delete();", true)]
    [InlineData("x.Delete (y);", true)]
    [InlineData("x?.Delete\n    (y);", true)]
    [InlineData("Delete<string>(y);", true)]
    [InlineData("Delete /* all */ (y);", true)]
    [InlineData("Delete // all\n(y);", true)]
    [InlineData("Delete\n#if A\n()\n#else\n(y)\n#endif\n;", true)]
    [InlineData("if (Delete) y();", false)]
    [InlineData("Delete = y;", false)]
    [InlineData("x.Delete.Run(y);", false)]
    [InlineData("x(Delete, y);", false)]
    [InlineData("Delete x = (y);", false)]
    [InlineData("x = Delete + (y);", false)]
    public void Call_IsTheUseThatCounts(string statement, bool stands) => Assert.Equal(stands ? 2 : 0, With(BodyWords.OfCalls("Delete"), $"void F() {{ {statement} }} void G() {{ {statement} }}").Count);

    [Theory]
    [InlineData("x.Used = y;", true)]
    [InlineData("x.Used=y;", true)]
    [InlineData("x.Used =\n y;", true)]
    [InlineData("x = new X { Used = y };", true)]
    [InlineData("x.Used /* */ = y;", true)]
    [InlineData("if (x.Used == y) { }", false)]
    [InlineData("x(Used => y);", false)]
    [InlineData("x.Used += y;", false)]
    [InlineData("y = x.Used;", false)]
    [InlineData("x.Used(y);", false)]
    public void Assignment_IsTheUseThatCounts(string statement, bool stands) => Assert.Equal(stands ? 1 : 0,
        With(BodyWords.Of().OrLike(Types, static word => word == "Used", WordUse.Assigned), $"void F() {{ {statement} }}").Count);

    [Theory]
    [InlineData("Task.Run();", true)]
    [InlineData("Task\n.Run();", true)]
    [InlineData("Task F = null;", false)]
    [InlineData("Task<int> F = null;", false)]
    public void QualifyingWord_IsTheUseThatCounts(string statement, bool stands) => Assert.Equal(stands ? 1 : 0, With(BodyWords.Of().Or(WordUse.Qualifying, "Task"), $"void F() {{ {statement} }}").Count);

    [Fact]
    public void UseAtTheEndOfTheText_IsSeen()
    {
        // Longer than what is read at once, so that word and parenthesis come apart somewhere.
        for (var length = 8180; length < 8200; length++)
        {
            var tree = CSharpSyntaxTree.ParseText(new string(' ', length) + "Delete();Used=1;x=Used", path: "A.cs");
            Assert.True(BodyWords.OfCalls("Delete").StandIn(tree.GetRoot(), CancellationToken.None));
            Assert.True(BodyWords.Of().Or(WordUse.Assigned, "Used").StandIn(tree.GetRoot(), CancellationToken.None));
            Assert.False(BodyWords.OfCalls("Used", "x").StandIn(tree.GetRoot(), CancellationToken.None));
        }
    }

    [Theory]
    [InlineData("using Dapper;", true)]
    [InlineData("using static Dapper.SqlMapper;", true)]
    [InlineData("using Mapper = Dapper.SqlMapper;", true)]
    [InlineData("using static Vendor.Data.Rows;", false)]
    [InlineData("", false)]
    [InlineData("", true, "global using Dapper;")]
    [InlineData("", true, "global using static Dapper.SqlMapper;")]
    [InlineData("", false, "using Dapper;")]
    [InlineData("", false, "global using Vendor; class D { global::Dapper.X x; }")]
    public void WordOfANamespace_CountsWhereThatIsKnown(string @using, bool stands, string other = "")
    {
        var trees = new[] { @using + " class C { void F() { Query(1); } }", other }.Select(static (text, index) => CSharpSyntaxTree.ParseText(text, path: $"{index}.cs")).ToArray();
        var words = BodyWords.FoundBy(KnownTypes.Of(CSharpCompilation.Create("Test", trees)), _ => [SoughtWord.Of("Query", WordUse.Called, "Dapper")]);
        Assert.Equal(stands, words.StandIn(trees[0].GetRoot(), CancellationToken.None));
    }

    [Theory]
    [InlineData("namespace Vendor.Data.Sub { class C { void F() { Query(1); } } }", true)]
    [InlineData("namespace Vendor { using Data; class C { void F() { Query(1); } } }", true)]
    [InlineData("namespace Vendor.Other { class C { void F() { Query(1); } } }", false)]
    public void WordOfANamespace_NeedsAllItsParts(string text, bool stands)
    {
        var tree = CSharpSyntaxTree.ParseText(text, path: "A.cs");
        Assert.Equal(stands, BodyWords.FoundBy(KnownTypes.Of(CSharpCompilation.Create("Test", [tree])), _ => [SoughtWord.Of("Query", WordUse.Called, "Vendor.Data")]).StandIn(tree.GetRoot(), CancellationToken.None));
    }

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

    [Theory]
    [InlineData("F(\"X-Api-Key\");", true)]
    [InlineData("F(\"api.Key \");", true)]
    [InlineData("F(Key);", false)]
    [InlineData("F(\"Key of\");", false)]
    public void EndOfText_IsTheUseThatCounts(string statement, bool stands) =>
        Assert.Equal(stands ? 1 : 0, With(BodyWords.Of().Or(WordUse.EndOfText, "Key"), $"void G() {{ {statement} }}").Count);

    [Theory]
    [InlineData("F(\"{@Order}\");", true)]
    [InlineData("F($\"{{@Order}} {name}\");", true)]
    [InlineData("F(\"{Order} a@b\");", false)]
    [InlineData("F(@\"{Order}\");", false)]
    public void Destructuring_IsAHoleThatAsksForMembers(string statement, bool stands) => Assert.Equal(stands ? 1 : 0, With(BodyWords.OfDestructuring(), $"void G() {{ {statement} }}").Count);

    [Fact]
    public void PlacesThatDoNotCount_AreLeftOut() =>
        Assert.Equal(["Has"], With(BodyWords.Of("Delete").Where(static name => name.Call()?.ArgumentList.Arguments.Count == 1), "void Has() { x.Delete(1); } void HasNot() { Delete(); x = Delete; }"));

    [Fact]
    public void WhereHoldsForWordsThatAreAddedLater() =>
        Assert.Equal(["Has"], With(BodyWords.Of("Delete").Where(static name => name.Call() is not null).Or(WordUse.Any, "Remove").OrLike(Types, static word => word == "Drop"), "void Has() { Remove(); } void HasNot() { x = Drop; }"));

    [Theory]
    [InlineData("[Delete] class C : B { void F() { } }", true)]
    [InlineData("class C(int x) : B(Delete(x)) { void F() { } }", true)]
    [InlineData("record C(int X = Delete);", true)]
    [InlineData("class C : B { void F() => Delete(); }", false)]
    [InlineData("class C : B Delete", true)]
    public void Type_HasTheCodeOfItsHead(string text, bool stands) =>
        Assert.Equal(stands, BodyWords.Of("Delete").StandIn(CSharpSyntaxTree.ParseText(text, path: "A.cs").GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().First(), CancellationToken.None));

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
