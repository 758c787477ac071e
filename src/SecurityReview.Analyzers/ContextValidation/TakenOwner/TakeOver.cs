using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>A place where the object's owner is put where the caller's own identity stands otherwise.</summary>
/// <param name="Read">The read of the object's key.</param>
/// <param name="Destination">Where it goes.</param>
internal sealed record TakeOver(IOperation Read, ValueDestination Destination);
