using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>
/// Where a value comes from. Symbolic origins (a parameter) are kept as they are, so that one run over a body describes it for
/// every caller; the query resolves them.
/// </summary>
internal abstract record Origin;

/// <summary>The value comes from a source.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="Description">For the message: <c>'name' from the query string</c>.</param>
/// <param name="Location">The expression or declaration that is the source.</param>
internal sealed record SourceOrigin(SourceKinds Kind, string Description, Location Location) : Origin;

/// <summary>The value is what the caller passed for a parameter, or a member of it.</summary>
/// <param name="Parameter">The parameter's original definition; parameters of lambdas and local functions too.</param>
/// <param name="Path">The members that were read, <c>.Filter.Name</c>; empty for the parameter itself.</param>
internal sealed record ParameterOrigin(IParameterSymbol Parameter, string Path) : Origin
{
    public bool Equals(ParameterOrigin? other) =>
        other is not null && Path == other.Path && SymbolEqualityComparer.Default.Equals(Parameter, other.Parameter);

    public override int GetHashCode() =>
        unchecked((SymbolEqualityComparer.Default.GetHashCode(Parameter) * 397) ^ StringComparer.Ordinal.GetHashCode(Path));
}
