using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>Compares variables: symbols as symbols, temporaries of the graph by their id.</summary>
internal sealed class VariableComparer : IEqualityComparer<object>
{
    public static readonly VariableComparer Instance = new();

    private VariableComparer()
    {
    }

    bool IEqualityComparer<object>.Equals(object? x, object? y) =>
        x is ISymbol left && y is ISymbol right ? SymbolEqualityComparer.Default.Equals(left, right) : Equals(x, y);

    public int GetHashCode(object obj) => obj is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : obj.GetHashCode();
}
