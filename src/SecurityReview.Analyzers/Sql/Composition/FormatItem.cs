using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>A part of a composite format string: text, or an item <c>{index,alignment:format}</c>.</summary>
/// <param name="Text">The text; null for an item.</param>
/// <param name="Index">The number of the argument; -1 for text.</param>
/// <param name="Alignment">The width, if the item has one.</param>
/// <param name="Format">The format specifier, if the item has one.</param>
/// <param name="Span">Where the item stands in the file.</param>
internal sealed record FormatItem(MappedText? Text, int Index, int? Alignment, string? Format, TextSpan Span);
