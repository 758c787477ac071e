using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>An object that a client names and gets without being asked whether it is its own. Data alone: two rules share it.</summary>
/// <param name="Place">Where the look-up is reported.</param>
/// <param name="Entity">The type of the object.</param>
/// <param name="Key">The member that names the owner; null if it has none.</param>
/// <param name="Form">How the look-up says which object it wants.</param>
/// <param name="Way">How the client gets there.</param>
/// <param name="Twin">A function beside the endpoint that does compare the owner; null if there is none.</param>
/// <param name="Parent">The parent that it should be tied to; null where the function knows none.</param>
internal sealed record ForeignObject(Location Place, ITypeSymbol Entity, string? Key, LookupForm Form, EndpointWay Way, string? Twin, ParentTie? Parent);
