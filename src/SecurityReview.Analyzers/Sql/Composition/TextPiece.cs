using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>One piece of a composed text, in the order of the text.</summary>
/// <param name="Site">The syntax that contributes it.</param>
internal abstract record TextPiece(SyntaxNode Site);
