using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Text that is constant but written elsewhere: a constant's name, <c>nameof</c>, a separator, a line break.</summary>
/// <param name="Site">The expression that contributes it.</param>
/// <param name="Text">The constant text.</param>
internal sealed record ConstantPiece(SyntaxNode Site, string Text) : TextPiece(Site);
