using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Text that is written in the source, with the place of each character.</summary>
/// <param name="Text">The characters, without escapes.</param>
/// <param name="Offsets">Where in the file each character starts, and one more: where the last ends.</param>
internal sealed record MappedText(string Text, ImmutableArray<int> Offsets)
{
    /// <summary>Where a character stands in the file, with its escape.</summary>
    public TextSpan SpanOf(int index) => TextSpan.FromBounds(Offsets[index], Offsets[index + 1]);

    public MappedText Slice(int start, int length) =>
        new(Text.Substring(start, length), Offsets.RemoveRange(start + length + 1, Offsets.Length - start - length - 1).RemoveRange(0, start));
}
