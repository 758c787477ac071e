using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Questions about methods that several rules ask.</summary>
internal static class MethodSymbolExtensions
{
    /// <summary>A method, the methods that it overrides and the interface members that it implements, in their original definitions.</summary>
    public static IEnumerable<IMethodSymbol> SelfAndDeclarations(this IMethodSymbol method)
    {
        var overridden = new List<IMethodSymbol>();
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
            overridden.Add(current.OriginalDefinition);
        foreach (var current in overridden)
            yield return current;
        foreach (var explicitly in method.ExplicitInterfaceImplementations)
            yield return explicitly.OriginalDefinition;
        if (method.ContainingType is not { TypeKind: not TypeKind.Interface } type || method.IsStatic)
            yield break;
        foreach (var declared in type.AllInterfaces.SelectMany(candidate => candidate.GetMembers(method.Name).OfType<IMethodSymbol>()))
        {
            // For an override the compiler names the method of the base class that it overrides.
            if (type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition is IMethodSymbol implementation && overridden.Contains(implementation, SymbolEqualityComparer.Default))
                yield return declared.OriginalDefinition;
        }
    }
}
