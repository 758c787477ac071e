using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Questions about types that several rules ask.</summary>
internal static class TypeSymbolExtensions
{
    /// <summary>Whether the type is <paramref name="ancestor"/>, derives from it or implements it; generic definitions match their constructions.</summary>
    public static bool IsOrInherits(this ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        if (type is null || ancestor is null)
            return false;
        if (ancestor.TypeKind == TypeKind.Interface)
        {
            if (IsSameDefinition(type, ancestor))
                return true;
            foreach (var candidate in type.AllInterfaces)
            {
                if (IsSameDefinition(candidate, ancestor))
                    return true;
            }

            return false;
        }

        foreach (var current in type.SelfAndBaseTypes())
        {
            if (IsSameDefinition(current, ancestor))
                return true;
        }

        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => constraint.IsOrInherits(ancestor));
    }

    /// <summary>The type and its base types, nearest first.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndBaseTypes(this ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    /// <summary>The type that is declared in no other one, around this one.</summary>
    public static INamedTypeSymbol OutermostType(this INamedTypeSymbol type)
    {
        var outermost = type;
        while (outermost.ContainingType is { } holder)
            outermost = holder;
        return outermost;
    }

    /// <summary>The type and all interfaces that it implements.</summary>
    public static IEnumerable<ITypeSymbol> SelfAndInterfaces(this ITypeSymbol type) => type.AllInterfaces.Prepend(type);

    /// <summary>What a type is a sequence of, <c>T</c> of the first <c>IEnumerable&lt;T&gt;</c> that it is or implements; for arrays the element type. Null where it is none.</summary>
    public static ITypeSymbol? SequenceElement(this ITypeSymbol type) => type is IArrayTypeSymbol array
        ? array.ElementType
        : type.SelfAndInterfaces().OfType<INamedTypeSymbol>()
            .FirstOrDefault(static item => item.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0];

    /// <summary>For <c>Task&lt;T&gt;</c> and <c>ValueTask&lt;T&gt;</c> the result type, for other types the type itself.</summary>
    public static ITypeSymbol UnwrapTask(this ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" } task && task.ContainingNamespace.IsNamed("System", "Threading", "Tasks")
            ? task.TypeArguments[0]
            : type;

    /// <summary>Whether this is the namespace with the given parts, outermost first.</summary>
    public static bool IsNamed(this INamespaceSymbol? symbol, params string[] parts)
    {
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (symbol is null || symbol.Name != parts[i])
                return false;
            symbol = symbol.ContainingNamespace;
        }

        return symbol is { IsGlobalNamespace: true };
    }

    private static bool IsSameDefinition(ITypeSymbol type, INamedTypeSymbol ancestor) =>
        SymbolEqualityComparer.Default.Equals(type, ancestor) ||
        (ancestor.IsDefinition && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, ancestor));
}
