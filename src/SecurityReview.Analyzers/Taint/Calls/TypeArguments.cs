using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>
/// What type parameters stand for: a static member that is called through one is called on its type as on an object. So a type that a caller gives is
/// known as the exact type of an object is.
/// </summary>
internal static class TypeArguments
{
    /// <summary>The type that stands for a type parameter in a body, as a receiver: known there, or for a caller to say.</summary>
    public static AbstractValue In(AbstractState state, ITypeParameterSymbol parameter) =>
        state[parameter] ?? AbstractValue.OfObject(new HeapObject.Passed(new SymbolicOrigin(parameter, null)));

    /// <summary>The type that a call gives for a type parameter of what it runs; null where it does not say.</summary>
    /// <param name="parameter">A type parameter that the code of the target names.</param>
    /// <param name="target">The function that runs.</param>
    /// <param name="named">The member that the call names, as constructed there.</param>
    /// <param name="receiver">What it is called on.</param>
    /// <param name="state">The state of the caller.</param>
    public static AbstractValue? At(ITypeParameterSymbol parameter, IMethodSymbol target, IMethodSymbol named, AbstractValue receiver, AbstractState state) =>
        Given(parameter, target, named, receiver) switch
        {
            null => null,
            ITypeParameterSymbol outer => In(state, outer),
            var type => AbstractValue.OfObject(new HeapObject.Passed(new SymbolicOrigin(parameter, null), type)),
        };

    private static ITypeSymbol? Given(ITypeParameterSymbol parameter, IMethodSymbol target, IMethodSymbol named, AbstractValue receiver)
    {
        if (parameter.DeclaringMethod is { } generic)
        {
            if (SymbolEqualityComparer.Default.Equals(generic, target.OriginalDefinition))
                return named.TypeArguments.ElementAtOrDefault(parameter.Ordinal);
            // A lambda or local function within the generic method shares its parameters.
            return parameter;
        }

        if (parameter.DeclaringType is not { } declaring)
            return null;
        var known = CallTargets.ExactTypesOf(receiver) is { Length: 1 } exact ? Construction(exact[0], declaring) : null;
        return (known ?? Construction(named.ContainingType, declaring))?.TypeArguments.ElementAtOrDefault(parameter.Ordinal);
    }

    /// <summary>How a type, a base or a type around it constructs a generic one.</summary>
    private static INamedTypeSymbol? Construction(ITypeSymbol? type, INamedTypeSymbol generic)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.SelfAndBaseTypes().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, generic)) is INamedTypeSymbol constructed)
                return constructed;
        }

        return null;
    }
}
