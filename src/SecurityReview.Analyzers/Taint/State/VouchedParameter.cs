using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.State;

/// <summary>Names the temporary that says whether a guard held for what the caller passed for a parameter. An assignment to it is no guard.</summary>
internal sealed record VouchedParameter(IParameterSymbol Parameter)
{
    public static readonly AbstractValue Yes = AbstractValue.OfConstant(true);

    public static readonly AbstractValue No = AbstractValue.OfConstant(false);

    public bool Equals(VouchedParameter? other) => other is not null && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Parameter);
}
