using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Tests.Taint.Names;

/// <summary>Whether a member declares something of the name <c>it</c>.</summary>
public class LocalNamesTests
{
    [Theory]
    [InlineData("void F() { var it = 1; }")]
    [InlineData("void F() { using var @it = Open(); }")]
    [InlineData("void F() { Read(out var it); }")]
    [InlineData("void F() { var (it, _) = Read(); }")]
    [InlineData("void F(object o) { if (o is string it) { } }")]
    [InlineData("void F() { foreach (var it in Read()) { } }")]
    [InlineData("void F() { try { } catch (Failure it) { } }")]
    public void Local_IsDeclared(string member)
    {
        Assert.True(LocalNames.DeclaresLocal(Member(member), "it", CancellationToken.None));
        Assert.True(LocalNames.Declares(Member(member), "it", CancellationToken.None));
    }

    [Theory]
    [InlineData("void F(int it) { }")]
    [InlineData("void F() { Run(it => 1); }")]
    [InlineData("void F() { Run(delegate(int it) { }); }")]
    [InlineData("void F() { void it() { } }")]
    [InlineData("object F() => from it in Read() select 1;")]
    [InlineData("object F() => from x in Read() let it = x select 1;")]
    [InlineData("object F() => from x in Read() join it in Read() on x equals 1 select 1;")]
    [InlineData("object F() => from x in Read() join y in Read() on x equals y into it select 1;")]
    [InlineData("object F() => from x in Read() select x into it select 1;")]
    public void OtherThanALocal_IsDeclared(string member)
    {
        Assert.False(LocalNames.DeclaresLocal(Member(member), "it", CancellationToken.None));
        Assert.True(LocalNames.Declares(Member(member), "it", CancellationToken.None));
    }

    [Theory]
    [InlineData("void F() { it = Read(it, x: it.it); it(); }")]
    [InlineData("it F() { it x = new it(); return \"it\"; /* var it = 1; */ }")]
    [InlineData("void F() { var items = 1; }")]
    [InlineData("void F() { } } class D { void G(int it) { var it = 1; }")]
    public void NameThatIsOnlyUsed_IsNotDeclared(string member) => Assert.False(LocalNames.Declares(Member(member), "it", CancellationToken.None));

    [Fact]
    public void KeywordOfAQuery_IsNoName() => Assert.False(LocalNames.Declares(Member("object F() => from x in Read() select from.Name;"), "from", CancellationToken.None));

    private static SyntaxNode Member(string source) =>
        CSharpSyntaxTree.ParseText($"class C {{ int it; {source} }}").GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
}
