using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ExceptionHandling.FailOpen;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Which catch clauses are looked at for what they let pass, before anything is bound.</summary>
public class OpenGateTests
{
    private const string Types = "delegate int RequestDelegate(object context); class AuthorizationFilterContext { } class ActionExecutingContext { }";

    [Theory]
    [InlineData("bool IsAdmin(string user) { try { } catch { return true; } return false; }")]
    [InlineData("bool IsAdmin { get { try { return true; } catch { return true; } } }")]
    [InlineData("void F() { Validate(x => { try { } catch { } return true; }); }")]
    [InlineData("void F() { bool Check(string user) { try { } catch { } return true; } }")]
    [InlineData("void F(AuthorizationFilterContext context) { try { } catch { } }")]
    [InlineData("void F(ActionExecutingContext context) { try { } catch { } }")]
    [InlineData("void F(System.Action next) { try { } catch { next(); } }")]
    [InlineData("RequestDelegate _go; void F() { try { } catch { _go(1); } }")]
    [InlineData("RequestDelegate Go { get; } void F() { try { } catch { Go(1); } }")]
    [InlineData("void F() { RequestDelegate go = null; try { } catch { go(1); } }")]
    [InlineData("System.Func<bool> _check = () => { try { return false; } catch { return true; } };")]
    public void ClauseThatMayLetPass_IsLookedAt(string member) => Assert.True(IsOpen($"class C {{ {member} }}"));

    [Theory]
    [InlineData("class B { protected RequestDelegate go; } class C : B { void F() { try { } catch { go(1); } } }")]
    [InlineData("class C(RequestDelegate go) { void F() { try { } catch { go(1); } } }")]
    public void StepThatTheObjectHolds_IsSeen(string types) => Assert.True(IsOpen(types));

    [Theory]
    [InlineData("void F() { try { } catch { } }")]
    [InlineData("int Count(string text) { try { return 1; } catch { return 0; } }")]
    [InlineData("bool IsAdmin(string user) => true;")]
    [InlineData("bool IsAdmin(string user) { /* catch */ return true; }")]
    public void OtherClause_IsNot(string member) => Assert.False(IsOpen($"class C {{ {member} }}"));

    [Fact]
    public void HeadOfAType_HasNoClause()
    {
        var (model, root) = Parse("class IsAdmin { void F() { try { } catch { } } }");
        var type = root.DescendantNodes().OfType<ClassDeclarationSyntax>().First(static type => type.Identifier.ValueText == "IsAdmin");
        Assert.False(OpenGate.IsOpenFor(type, model.GetDeclaredSymbol(type)!, CancellationToken.None));
    }

    private static bool IsOpen(string source)
    {
        var (model, root) = Parse(source);
        return root.DescendantNodes().Where(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax })
            .Any(node => OpenGate.IsOpenFor(node is VariableDeclaratorSyntax ? node.Parent!.Parent! : node, model.GetDeclaredSymbol(node)!, CancellationToken.None));
    }

    private static (SemanticModel Model, SyntaxNode Root) Parse(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source + Types, path: "A.cs");
        var compilation = CSharpCompilation.Create("Test", [tree], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return (compilation.GetSemanticModel(tree), tree.GetRoot());
    }
}
