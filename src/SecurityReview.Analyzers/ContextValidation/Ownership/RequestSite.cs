using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Where a function is called, or the request is made that a mediator leads to it.</summary>
/// <param name="Call">The call, or what makes the request.</param>
/// <param name="Member">The member around it.</param>
internal sealed record RequestSite(IOperation Call, ISymbol Member);
