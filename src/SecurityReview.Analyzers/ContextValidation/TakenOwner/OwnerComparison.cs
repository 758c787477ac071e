using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>A comparison of the caller's identity with an object's ownership key.</summary>
/// <param name="Operation">The comparison as it stands in the code.</param>
/// <param name="Caller">The caller's side.</param>
/// <param name="CallerSide">Its operand.</param>
/// <param name="Key">The read of the object's key, below aliases and changes of form.</param>
/// <param name="KeySide">Its operand.</param>
/// <param name="TrueMeansSame">True for <c>==</c> and <c>Equals</c>, false for <c>!=</c>.</param>
internal sealed record OwnerComparison(
    IOperation Operation, CallerValue Caller, IOperation CallerSide, IMemberReferenceOperation Key, IOperation KeySide, bool TrueMeansSame)
{
    private readonly ReferencePath? _keyPath = ReferencePath.Of(Key);

    /// <summary>The path of the object's key.</summary>
    public ReferencePath KeyPath => _keyPath!;

    /// <summary>The object that has the owner.</summary>
    public IOperation Owned => Key.Instance!;

    /// <summary>Whether another comparison asks the same question.</summary>
    public bool IsSameQuestion(OwnerComparison other) => KeyPath.Equals(other.KeyPath) && Caller.IsSame(other.Caller);

    /// <summary>Whether another comparison asks about another key of the same object.</summary>
    public bool IsSibling(OwnerComparison other) =>
        !KeyPath.Equals(other.KeyPath) && ReferencePath.Of(Owned) is { } owned && owned.Equals(ReferencePath.Of(other.Owned));
}
