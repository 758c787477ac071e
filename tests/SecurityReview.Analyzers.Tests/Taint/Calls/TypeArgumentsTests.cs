using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Calls;

/// <summary>Which type a call gives for a type parameter: told by its name.</summary>
public class TypeArgumentsTests
{
    private const string Declarations =
        """
        class Item { }
        class Base<T> { public void Own() { } public void Generic<U>() { } public class Inner { public void Deep() { } } }
        class Derived : Base<Item> { }
        class Swapped<A, B> : Base<B> { }
        """;

    [Fact]
    public void MethodParameter_IsTheArgumentOfTheCall() => Assert.Equal("Item", Given("new Base<int>().Generic<Item>()", "U"));

    [Fact]
    public void TypeParameter_IsTheArgumentOfTheType() => Assert.Equal("Int32", Given("new Base<int>().Generic<Item>()", "T"));

    [Fact]
    public void InheritedMember_HasTheArgumentsThatTheClassGives() => Assert.Equal("Item", Given("new Derived().Own()", "T"));

    [Fact]
    public void BaseClass_HasTheArgumentOfItsPlace() => Assert.Equal("String", Given("new Swapped<int, string>().Own()", "T"));

    [Fact]
    public void NestedType_HasTheArgumentsOfTheTypeAround() => Assert.Equal("Item", Given("new Base<Item>.Inner().Deep()", "T"));

    [Fact]
    public void KnownObject_SaysMoreThanTheStaticType() => Assert.Equal("Item", Given("((Base<Item>)null).Own()", "T", exact: "Derived"));

    [Fact]
    public void ParameterOfTheCaller_IsForItsCallersToSay() => Assert.Null(Given("new Base<V>().Own()", "T"));

    [Fact]
    public void ParameterOfTheCaller_IsWhatIsKnownOfIt() => Assert.Equal("Item", Given("new Base<V>().Own()", "T", known: "Item"));

    private static string? Given(string call, string parameter, string? exact = null, string? known = null)
    {
        var compilation = Compilations.Create($"{Declarations} class C {{ void M<V>() {{ {call}; }} }}", Setting.Default);
        var tree = compilation.SyntaxTrees.First(candidate => candidate.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Any());
        var model = compilation.GetSemanticModel(tree);
        var named = (IMethodSymbol)model.GetSymbolInfo(tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Last()).Symbol!;
        var target = named.OriginalDefinition;
        var asked = target.TypeParameters.Concat(Around(target.ContainingType)).Single(candidate => candidate.Name == parameter);
        var receiver = exact is null ? AbstractValue.Clean : AbstractValue.OfObject(new HeapObject.Allocation(tree.GetRoot(), compilation.GetTypeByMetadataName(exact)));
        var state = AbstractState.Empty;
        if (known is not null)
        {
            var own = compilation.GetTypeByMetadataName("C")!.GetMembers("M").OfType<IMethodSymbol>().Single().TypeParameters[0];
            state = state.With(own, AbstractValue.OfObject(new HeapObject.Passed(new SymbolicOrigin(own, null), compilation.GetTypeByMetadataName(known))));
        }

        var given = TypeArguments.At(asked, target, named, receiver, state);
        return CallTargets.ExactTypesOf(given!).SingleOrDefault()?.Name;
    }

    private static IEnumerable<ITypeParameterSymbol> Around(INamedTypeSymbol? type) => type is null ? [] : type.TypeParameters.Concat(Around(type.ContainingType));
}
