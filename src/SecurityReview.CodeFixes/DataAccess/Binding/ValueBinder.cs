using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>
/// Decides for every hole of a text whether it becomes a parameter, may stay, or stands in the way of a repair. Nothing is decided
/// by halves: one hole that is neither makes the whole text unrepairable.
/// </summary>
/// <param name="composition">The text.</param>
/// <param name="model">The model of its tree.</param>
/// <param name="target">Where the values will be evaluated.</param>
/// <param name="isKnownName">Whether an expression that stands for a name is known to be the program's own.</param>
/// <param name="listForm">How the library takes lists.</param>
/// <param name="cancellation">Stops the binding.</param>
internal sealed class ValueBinder(SqlComposition composition, SemanticModel model, SyntaxNode target, Func<SyntaxNode, bool> isKnownName, ListForm listForm, CancellationToken cancellation)
{
    private readonly EvaluationOrder _order = new(model, cancellation);
    private readonly UnquotedValue _unquoted = new(composition.Dialect, model, cancellation);
    private readonly QuotedValue _quoted = new(composition, model, cancellation);

    /// <summary>The values to bind, in the order of the text; null where a hole stands in the way or there is nothing to bind.</summary>
    public ImmutableArray<BoundValue>? Bind()
    {
        var bound = ImmutableArray.CreateBuilder<BoundValue>();
        foreach (var group in composition.Holes.GroupBy(hole => hole.Token.Start))
        {
            cancellation.ThrowIfCancellationRequested();
            var holes = group.ToImmutableArray();
            if (MayStay(holes))
                continue;
            if ((BindToken(holes) ?? BindList(holes)) is not { } value)
                return null;
            bound.Add(value);
        }

        return bound.Count == 0 ? null : bound.ToImmutable();
    }

    /// <summary>
    /// Constants chosen by conditions stay where they are, for nobody else writes them. So do whole numbers where no parameter can
    /// stand: part of a name, a column's number; and names that only the program chooses.
    /// </summary>
    private bool MayStay(ImmutableArray<SqlHole> holes) =>
        holes.All(hole => composition.Text.Hole(hole.Index) is { } piece
            && ((piece.IsChoice && piece.Choices.All(text => IsInert(text) || (hole.Token.Kind == SqlTokenKind.Hole && IsComplete(text))))
                || (hole.Position is SqlHolePosition.Identifier or SqlHolePosition.PartOfIdentifier or SqlHolePosition.QuotedIdentifier && isKnownName(piece.Expression))
                || (!CanBeValue(hole) && ValueKinds.IsHarmlessText(piece.Type) && piece.Format is null && piece.Alignment is null)));

    private BoundValue? BindList(ImmutableArray<SqlHole> holes) =>
        holes.Length == 1 && holes[0].Position == SqlHolePosition.InList ? new ListBinder(composition, model, target, listForm, cancellation).Bind(holes[0]) : null;

    private bool CanBeValue(SqlHole hole) =>
        hole.IsValue || (hole.Position == SqlHolePosition.InList && ValueKinds.Of(composition.Text.Hole(hole.Index).Type) == ValueKind.Integral);

    private static bool IsInert(string text) => text.IndexOfAny(['\'', '"', '`', '[', ']', ';', '#', '$', '\\']) < 0 && !text.Contains("--") && !text.Contains("/*");

    /// <summary>Whether a text is whole in itself, so that what stands around it reads the same with it and without.</summary>
    private bool IsComplete(string text)
    {
        var tokens = SqlTokenizer.Tokenize(text, composition.Dialect);
        return tokens.All(token => token.IsClosed && token.Kind != SqlTokenKind.Comment && !token.IsMark(";")) && SqlTokens.Depth(tokens) == 0;
    }

    private BoundValue? BindToken(ImmutableArray<SqlHole> holes)
    {
        if (!holes.All(CanBeValue))
            return null;
        var pieces = holes.Select(hole => composition.Text.Hole(hole.Index)).ToImmutableArray();
        // What stands in the text itself is read there anyhow, unless its branch is not chosen.
        if (!composition.Text.IsWrittenInPlace && !pieces.All(piece => (target.Span.Contains(piece.Expression.Span) && !piece.IsConditional) || _order.CanMove(piece.Expression, target, piece.IsConditional)))
            return null;
        var isString = holes[0].Token.Kind == SqlTokenKind.String;
        if ((isString ? _quoted.Of(holes) : _unquoted.Of(holes[0], pieces[0])) is not { } value)
            return null;
        var isPlain = pieces.Length == 1 && pieces[0].Expression.Span.Contains(value.Span) && value.SyntaxTree == model.SyntaxTree;
        var mayBeNull = isPlain && Nullness.MayBeNull(value, model, moves: pieces[0].IsConditional, cancellation);
        return new BoundValue(
            holes[0].Token, holes, value.WithoutTrivia(), mayBeNull, ParameterNames.Hint(pieces[0].Expression, holes[0].Column), pieces.All(piece => _order.OnlyReads(piece.Expression)));
    }
}
