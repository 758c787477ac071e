using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Questions about symbols of any kind that several rules ask.</summary>
internal static class SymbolExtensions
{
    /// <summary>Whether a symbol carries an attribute, or one derived from it; never one that the compilation does not have.</summary>
    public static bool HasAttribute(this ISymbol symbol, INamedTypeSymbol? attribute) =>
        attribute is not null && symbol.GetAttributes().Any(data => data.AttributeClass.IsOrInherits(attribute));
}
