using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Questions about symbols of any kind that several rules ask.</summary>
internal static class SymbolExtensions
{
    /// <summary>
    /// Whether a symbol has code that can be looked at: of this compilation, or of a referenced project that comes with its source. What that project
    /// declares for another framework is seen as through metadata: its code speaks of other symbols.
    /// </summary>
    public static bool HasSource(this ISymbol symbol) => !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.ContainingAssembly is ISourceAssemblySymbol;

    /// <summary>Whether a symbol carries an attribute, or one derived from it; never one that the compilation does not have.</summary>
    public static bool HasAttribute(this ISymbol symbol, INamedTypeSymbol? attribute) =>
        attribute is not null && symbol.GetAttributes().Any(data => data.AttributeClass.IsOrInherits(attribute));

    /// <summary>Whether a symbol is a lambda or local function.</summary>
    public static bool IsNestedFunction(this ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };

    /// <summary>The member that a lambda or local function stands in; any other symbol itself.</summary>
    public static ISymbol MemberAround(this ISymbol symbol) => symbol.MemberAround(static _ => false);

    /// <summary>The same where some functions count as members of their own.</summary>
    public static ISymbol MemberAround(this ISymbol symbol, Func<IMethodSymbol, bool> isMember)
    {
        // Half-typed attributes have lambdas that stand in no member.
        while (symbol is IMethodSymbol function && function.IsNestedFunction() && !isMember(function) && function.ContainingSymbol is { } around and not INamespaceOrTypeSymbol)
            symbol = around;
        return symbol;
    }
}
