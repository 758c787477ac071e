using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>Binds the whole list of an IN that quoted texts are strung together for.</summary>
/// <param name="composition">The text.</param>
/// <param name="model">The model of its tree.</param>
/// <param name="target">Where the values will be evaluated.</param>
/// <param name="form">How the library takes lists.</param>
/// <param name="cancellation">Stops the binding.</param>
internal sealed class ListBinder(SqlComposition composition, SemanticModel model, SyntaxNode target, ListForm form, CancellationToken cancellation)
{
    private readonly EvaluationOrder _order = new(model, cancellation);

    /// <summary>The value for a hole in the place of a list; null where what is strung together is not certain.</summary>
    public BoundValue? Bind(SqlHole hole)
    {
        var piece = composition.Text.Hole(hole.Index);
        var isQuoted = hole.Token.Kind == SqlTokenKind.String;
        if (form == ListForm.None || piece.Format is not null || piece.Alignment is not null || (isQuoted && hole.Token.Content.Length != 1)
            || new JoinedListReader(model, cancellation).Read(piece.Expression, isQuoted) is not { } list)
        {
            return null;
        }

        var stays = composition.Text.IsWrittenInPlace && list.Unused.IsEmpty && form != ListForm.PerElement;
        if (!stays && !_order.CanMove(list.Source, target, piece.IsConditional))
            return null;
        // A list that is not there is not asked for now; an object may hold null, but nothing can be done with it.
        if (piece.IsConditional && (form != ListForm.Expanded || list.MayHoldNull) && Nullness.MayBeNull(list.Source, model, moves: true, cancellation))
            return null;
        if (RangeOf(hole, out var isNegated) is not { } range)
            return null;
        return new BoundValue(range, ImmutableArray.Create(hole), ValueOf(list), list.MayHoldNull, ParameterNames.Hint(list.Source, hole.Column), _order.OnlyReads(list.Source))
        {
            Form = form,
            List = list,
            IsNegated = isNegated,
        };
    }

    /// <summary>The list as it is passed. Null was the empty text, and neither an array nor a list that the library writes has a place for it.</summary>
    private ExpressionSyntax ValueOf(JoinedList list)
    {
        if (form == ListForm.PerElement)
            return list.Values;
        var values = list.MayHoldNull ? $"{UnquotedValue.Receiver(list.Values)}.Select(item => item ?? \"\")" : list.Values.ToString();
        if (form == ListForm.Array && (list.MayHoldNull || list.Type is not (IArrayTypeSymbol or { Name: "List" })))
            values = $"{UnquotedValue.Receiver(SyntaxFactory.ParseExpression(values))}.ToArray()";
        return SyntaxFactory.ParseExpression(values);
    }

    /// <summary>What gives way to the placeholder: the list, with its parentheses, or with the IN before them.</summary>
    private SqlToken? RangeOf(SqlHole hole, out bool isNegated)
    {
        isNegated = false;
        if (form == ListForm.PerElement)
            return hole.Token;
        var tokens = SqlTokenizer.Tokenize(composition.Text.Sql, composition.Dialect);
        var index = 0;
        while (index < tokens.Length && tokens[index].Start != hole.Token.Start)
            index++;
        if (index < 2 || index + 1 >= tokens.Length || !tokens[index - 1].IsMark("(") || !tokens[index + 1].IsMark(")") || !tokens[index - 2].Is("IN"))
            return null;
        isNegated = index > 2 && tokens[index - 3].Is("NOT");
        var first = form == ListForm.Expanded ? tokens[index - 1] : isNegated ? tokens[index - 3] : tokens[index - 2];
        var text = composition.Text.Sql.Text.Substring(first.Start, tokens[index + 1].End - first.Start);
        return new SqlToken(SqlTokenKind.Hole, text, first.Start, 0, 0, SqlEscape.None);
    }
}
