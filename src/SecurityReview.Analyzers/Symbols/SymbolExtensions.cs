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
}
