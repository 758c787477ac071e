using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>The calls through which an object was made, outermost first; the innermost ones are forgotten past a length, so recursion makes finitely many.</summary>
internal sealed record CallChain(SyntaxNode Call, CallChain? Inner)
{
    private const int MaxLength = 3;

    public static CallChain Prepend(SyntaxNode call, CallChain? inner) => new(call, Cut(inner, MaxLength - 1));

    public bool Equals(CallChain? other) => other is not null && ReferenceEquals(Call, other.Call) && Equals(Inner, other.Inner);

    public override int GetHashCode() => unchecked((Call.GetHashCode() * 397) ^ (Inner?.GetHashCode() ?? 0));

    private static CallChain? Cut(CallChain? chain, int length) =>
        chain is null || length == 0 ? null : new CallChain(chain.Call, Cut(chain.Inner, length - 1));
}
