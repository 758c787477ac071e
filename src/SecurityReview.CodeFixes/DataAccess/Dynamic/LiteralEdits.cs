using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>Carries changes of SQL text over to the C# literals that it is written in.</summary>
internal static class LiteralEdits
{
    /// <summary>Written otherwise in some kinds of literals.</summary>
    private static readonly char[] s_escaped = ['"', '\\', '{', '}', '\n', '\r'];

    /// <summary>The changes of the file; null where a place is written elsewhere, or what is added would need escapes.</summary>
    public static ImmutableArray<TextChange>? Of(ComposedText text, IEnumerable<SqlEdit> edits)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        foreach (var edit in edits)
        {
            if (edit.Text.IndexOfAny(s_escaped) >= 0 || !Add(text, edit, changes))
                return null;
        }

        return changes.ToImmutable();
    }

    private static bool Add(ComposedText text, SqlEdit edit, ImmutableArray<TextChange>.Builder changes)
    {
        var start = 0;
        var isAdded = false;
        foreach (var piece in text.Pieces)
        {
            var written = piece as LiteralPiece;
            var end = start + (written?.Text.Text.Length ?? (piece as ConstantPiece)?.Text.Length ?? 1);
            var (from, to) = (Math.Max(start, edit.Start), Math.Min(end, edit.End));
            var isInserted = edit.Start == edit.End && start < edit.Start && edit.Start <= end && !isAdded;
            if (from < to || isInserted)
            {
                if (written is null)
                    return false;
                var places = written.Text;
                var span = isInserted
                    ? new TextSpan(places.SpanOf(edit.Start - start - 1).End, 0)
                    : TextSpan.FromBounds(places.SpanOf(from - start).Start, places.SpanOf(to - start - 1).End);
                changes.Add(new TextChange(span, isAdded ? "" : edit.Text));
                isAdded = true;
            }

            start = end;
        }

        return isAdded;
    }
}
