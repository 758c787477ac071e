using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Calls;

/// <summary>Which code a call may run: told by the type that declares it.</summary>
public class CallTargetsTests
{
    private const string Shapes =
        """
        interface IShape { string Name(); }
        class Circle : IShape { public string Name() => "c"; }
        class Square : IShape { public string Name() => "s"; }
        class Hidden : IShape { string IShape.Name() => "h"; }
        class Apart { public string Name() => "a"; }
        """;

    private const string Bases =
        """
        abstract class Base { public abstract string Name(); public virtual string Label() => "b"; }
        class First : Base { public override string Name() => "1"; }
        class Second : Base { public override string Name() => "2"; public override string Label() => "2"; }
        class Third : Second { public override string Name() => base.Name(); }
        """;

    [Fact]
    public void StaticMethod_IsItself() =>
        Assert.Equal(["Tool"], TargetsOf("static class Tool { public static string Name() => \"\"; } class C { string M() => Tool.Name(); }"));

    [Fact]
    public void InterfaceMember_IsEveryImplementation() =>
        Assert.Equal(["Circle", "Hidden", "Square"], TargetsOf(Shapes + "class C { string M(IShape shape) => shape.Name(); }"));

    [Fact]
    public void KnownObject_IsItsOwnImplementation() =>
        Assert.Equal(["Square"], TargetsOf(Shapes + "class C { string M(IShape shape) => shape.Name(); }", exact: "Square"));

    [Fact]
    public void KnownObject_MayImplementExplicitly() =>
        Assert.Equal(["Hidden"], TargetsOf(Shapes + "class C { string M(IShape shape) => shape.Name(); }", exact: "Hidden"));

    [Fact]
    public void DefaultMember_RunsWhereTheClassHasNone() =>
        Assert.Equal(["IShape"], TargetsOf(
            "interface IShape { string Name() => \"d\"; } class Circle : IShape { } class C { string M(IShape shape) => shape.Name(); }", exact: "Circle"));

    [Fact]
    public void DefaultMember_IsReplacedByTheClass() =>
        Assert.Equal(["Circle"], TargetsOf(
            "interface IShape { string Name() => \"d\"; } class Circle : IShape { public string Name() => \"c\"; } class C { string M(IShape shape) => shape.Name(); }", exact: "Circle"));

    [Fact]
    public void AbstractMember_IsEveryOverride() =>
        Assert.Equal(["First", "Second", "Third"], TargetsOf(Bases + "class C { string M(Base item) => item.Name(); }"));

    [Fact]
    public void VirtualMember_IsItselfAndItsOverrides() =>
        Assert.Equal(["Base", "Second"], TargetsOf(Bases + "class C { string M(Base item) => item.Label(); }"));

    [Fact]
    public void StaticType_LeavesOutItsSiblings() =>
        Assert.Equal(["Second", "Third"], TargetsOf(Bases + "class C { string M(Second item) => item.Name(); }"));

    [Fact]
    public void InheritedMember_RunsInTheBaseClass() =>
        Assert.Equal(["Base"], TargetsOf(Bases + "class C { string M(Base item) => item.Label(); }", exact: "First"));

    [Fact]
    public void NotVirtualCall_IsTheBase() =>
        Assert.Equal(["Base"], TargetsOf(Bases + "class C { string M(Base item) => item.Label(); }", isVirtual: false));

    [Fact]
    public void GenericHandler_IsTheOneOfTheSameArguments() =>
        Assert.Equal(["ForText"], TargetsOf(
            """
            interface IHandler<T> { string Handle(T item); }
            class ForText : IHandler<string> { public string Handle(string item) => item; }
            class ForNumber : IHandler<int> { public string Handle(int item) => ""; }
            class C { string M(IHandler<string> handler) => handler.Handle(""); }
            """));

    [Fact]
    public void OpenHandler_FitsAnyArguments() =>
        Assert.Equal(["ForAll"], TargetsOf(
            """
            interface IHandler<T> { string Handle(T item); }
            class ForAll<T> : IHandler<T> { public string Handle(T item) => ""; }
            class C { string M(IHandler<string> handler) => handler.Handle(""); }
            """));

    [Fact]
    public void ManyImplementations_AreUnknown() =>
        Assert.Empty(TargetsOf(
            "interface IShape { string Name(); } class C { string M(IShape shape) => shape.Name(); }" +
            string.Concat(Enumerable.Range(0, 30).Select(static i => $"class Shape{i} : IShape {{ public string Name() => \"\"; }}"))));

    /// <summary>A collection of the framework stands behind it as a rule; the object, or the type that it has in the code, tells where that is not so.</summary>
    [Theory]
    [InlineData("System.Collections.Generic.IEnumerable<string>", null)]
    [InlineData("System.Collections.IEnumerable", null)]
    [InlineData("System.Collections.Generic.IEnumerable<string>", "Rows", "Rows")]
    [InlineData("IRows", null, "Rows")]
    public void InterfaceOfCollections_IsNoneOfTheOwnOnes(string type, string? exact, params string[] targets) =>
        Assert.Equal(targets, TargetsOf(
            $$"""
            interface IRows : System.Collections.Generic.IEnumerable<string> { }
            class Rows : IRows
            {
                public System.Collections.Generic.IEnumerator<string> GetEnumerator() { yield return ""; }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            class C { object M({{type}} rows) => rows.GetEnumerator(); }
            """,
            exact));

    [Fact]
    public void MemberOfTheFramework_HasNone() => Assert.Empty(TargetsOf("class C { string M(object item) => item.ToString()!; }"));

    [Fact]
    public void PartialMethod_IsThePartWithTheCode()
    {
        var target = Assert.Single(SymbolsOf("partial class C { partial string Name(int i); string M() => Name(1); } partial class C { partial string Name(int i) => \"\"; }", null, true));
        Assert.NotNull(target.PartialDefinitionPart);
    }

    private static IEnumerable<string> TargetsOf(string source, string? exact = null, bool isVirtual = true) =>
        SymbolsOf(source, exact, isVirtual).Select(static target => target.ContainingType.Name).Order(StringComparer.Ordinal);

    /// <summary>The targets of the last call in the method <c>C.M</c>.</summary>
    private static IEnumerable<IMethodSymbol> SymbolsOf(string source, string? exact, bool isVirtual)
    {
        var compilation = Compilations.Create(source, new Setting());
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(static declaration => declaration.Identifier.Text == "M");
        var call = method.DescendantNodes().OfType<InvocationExpressionSyntax>().Last();
        var called = (IMethodSymbol)model.GetSymbolInfo(call).Symbol!;
        var receiverType = call.Expression is MemberAccessExpressionSyntax access ? model.GetTypeInfo(access.Expression).Type : null;
        var receiver = exact is null ? AbstractValue.Clean : AbstractValue.OfObject(new HeapObject.Allocation(call, compilation.GetTypeByMetadataName(exact)));
        return CallTargets.Of(KnownTypes.Of(compilation)).Of(called, receiver, receiverType, isVirtual, CancellationToken.None);
    }
}
