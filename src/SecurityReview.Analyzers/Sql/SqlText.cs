using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>SQL text with holes. Each hole takes one character of the text, so that tokens have one coordinate system.</summary>
/// <param name="Text">The text; at the place of each hole stands <see cref="HoleMark"/>.</param>
/// <param name="Holes">The offsets of the holes, ascending. The same character elsewhere is ordinary text.</param>
internal sealed record SqlText(string Text, ImmutableArray<int> Holes)
{
    /// <summary>Stands for a hole: the object replacement character.</summary>
    public const char HoleMark = '\uFFFC';

    public static SqlText Constant(string text) => new(text, ImmutableArray<int>.Empty);

    /// <summary>Whether a hole is at the offset.</summary>
    public bool IsHole(int offset) => Text[offset] == HoleMark && Holes.BinarySearch(offset) >= 0;

    /// <summary>The index of the first hole at or after the offset.</summary>
    public int HoleIndexFrom(int offset)
    {
        var index = Holes.BinarySearch(offset);
        return index >= 0 ? index : ~index;
    }

    /// <summary>Whether a token has a hole in it.</summary>
    public bool HasHole(SqlToken token)
    {
        var index = HoleIndexFrom(token.Start);
        return index < Holes.Length && Holes[index] < token.End;
    }
}
