using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>Whether a declaration may hold something for a rule: asked before its code is bound, so the answer comes from syntax and from what is declared.</summary>
/// <param name="declaration">What the driver calls a code block.</param>
/// <param name="member">The member that it declares.</param>
/// <param name="cancellation">Ends the look early.</param>
internal delegate bool BodyGate(SyntaxNode declaration, ISymbol member, CancellationToken cancellation);
