using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Text that is written right here, character by character.</summary>
/// <param name="Site">The literal, or the part of an interpolated string.</param>
/// <param name="Text">The characters and their places in the file.</param>
internal sealed record LiteralPiece(SyntaxNode Site, MappedText Text) : TextPiece(Site);
