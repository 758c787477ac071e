using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>A C# string expression as a sequence of literal pieces and holes.</summary>
internal sealed class ComposedText
{
    private readonly ImmutableArray<int> _starts;
    private readonly ImmutableArray<int> _holePieces;

    public ComposedText(ImmutableArray<TextPiece> pieces, ImmutableArray<TextStep> steps, ImmutableArray<TextBranch> branches = default)
    {
        Pieces = pieces;
        Steps = steps;
        Branches = branches.IsDefault ? ImmutableArray<TextBranch>.Empty : branches;
        var text = new StringBuilder();
        var starts = ImmutableArray.CreateBuilder<int>();
        var holes = ImmutableArray.CreateBuilder<int>();
        var holePieces = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < pieces.Length; i++)
        {
            starts.Add(text.Length);
            if (pieces[i] is HolePiece)
            {
                holes.Add(text.Length);
                holePieces.Add(i);
                text.Append(SqlText.HoleMark);
            }
            else
            {
                text.Append(pieces[i] is LiteralPiece literal ? literal.Text.Text : ((ConstantPiece)pieces[i]).Text);
            }
        }

        _starts = starts.ToImmutable();
        _holePieces = holePieces.ToImmutable();
        Sql = new SqlText(text.ToString(), holes.ToImmutable());
    }

    /// <summary>The pieces in the order of the text.</summary>
    public ImmutableArray<TextPiece> Pieces { get; }

    /// <summary>What builds the text, in order: the expression at the use itself, or those that a local or builder is given one by one.</summary>
    public ImmutableArray<TextStep> Steps { get; }

    /// <summary>Parts of the text of which one is chosen when the program runs.</summary>
    public ImmutableArray<TextBranch> Branches { get; }

    /// <summary>Whether all of the text is written at the use itself, as one text.</summary>
    public bool IsWrittenInPlace => Steps.Length == 1 && Steps[0].Statement is null && Branches.IsEmpty;

    /// <summary>The whole text with its holes.</summary>
    public SqlText Sql { get; }

    /// <summary>The piece of a hole, by its index in <see cref="SqlText.Holes"/>.</summary>
    public HolePiece Hole(int index) => (HolePiece)Pieces[_holePieces[index]];

    /// <summary>All holes in order.</summary>
    public IEnumerable<HolePiece> Holes => Pieces.OfType<HolePiece>();

    /// <summary>Where what is added under a condition starts and ends in the text.</summary>
    public IEnumerable<(int Start, int End)> ConditionalRanges =>
        Steps.Where(static step => step.IsConditional).Select(static step => (step.FirstPiece, step.EndPiece)).Concat(Branches.Select(static branch => (branch.FirstPiece, branch.EndPiece)))
            .Select(range => (StartOf(range.FirstPiece), StartOf(range.EndPiece)));

    private int StartOf(int piece) => piece < _starts.Length ? _starts[piece] : Sql.Text.Length;

    /// <summary>Where a character of the text is written in the file; null for a character of a constant written elsewhere, and for holes.</summary>
    public TextSpan? SourceOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        index = index >= 0 ? index : ~index - 1;
        // Empty pieces share their start with the piece that follows.
        while (index + 1 < _starts.Length && _starts[index + 1] <= offset)
            index++;
        return index >= 0 && Pieces[index] is LiteralPiece literal && offset - _starts[index] < literal.Text.Text.Length
            ? literal.Text.SpanOf(offset - _starts[index])
            : null;
    }
}
