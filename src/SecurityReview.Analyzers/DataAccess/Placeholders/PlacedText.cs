using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.DataAccess.Judgement;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Sql.Placeholders;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DataAccess.Placeholders;

/// <summary>A text that is given to the database, with the placeholders in it that stand where no parameter can.</summary>
/// <param name="Text">The pieces of the text.</param>
/// <param name="Dialect">How it was read.</param>
/// <param name="Misplaced">The placeholders, in the order of the text.</param>
internal sealed record PlacedText(ComposedText Text, SqlDialect Dialect, ImmutableArray<MisplacedPlaceholder> Misplaced)
{
    /// <summary>Reads the text; null where every placeholder of it stands well.</summary>
    /// <param name="sink">The call, creation or assignment that takes the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="option">How it is read where the types do not tell.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static PlacedText? Read(IOperation sink, IOperation text, SqlDialect option, CancellationToken cancellation)
    {
        if (text.SemanticModel is not { } model || text.Unwrap().Syntax is not ExpressionSyntax expression || StoredProcedures.IsNamedBy(sink, text))
            return null;
        if (FormattableTexts.Of(text) is { } bound)
            return ReadBound(bound, model, SqlTextReading.DialectOf(sink, model, option), cancellation);
        if (!MayHoldPlaceholder(text, expression))
            return null;
        var dialect = SqlTextReading.DialectOf(sink, model, option);
        var verb = sink is ICompoundAssignmentOperation ? SqlVerb.Select : SqlVerb.Other;
        var written = TextDeclaration.ValueOf(expression, model, cancellation);
        if (SqlComposition.Read(written, model, dialect, verb, cancellation, TextReading.Lenient) is not { Text: var composed })
            return null;
        var form = BoundParameters.AreNumbered(sink) ? PlaceholderForm.Numbered : PlaceholderForm.Named;
        var places = SqlPlaceholderReader.Read(composed.Sql, dialect, form, verb);
        if (places.IsEmpty)
            return null;
        var parameters = BoundParameters.Of(sink, text);
        return Found(composed, dialect, places.Select(place =>
        {
            var name = composed.Sql.Text.Substring(place.Start, place.Length);
            return new MisplacedPlaceholder(place, name, parameters.For(name));
        }));
    }

    /// <summary>A text whose holes the library turns into parameters.</summary>
    private static PlacedText? ReadBound(InterpolatedStringExpressionSyntax text, SemanticModel model, SqlDialect dialect, CancellationToken cancellation)
    {
        if (FormattableTexts.Compose(text, model, cancellation) is not { } composed)
            return null;
        return Found(composed, dialect, SqlPlaceholderReader.Read(composed.Sql, dialect, PlaceholderForm.Holes).Select(place =>
        {
            var hole = composed.Hole(composed.Sql.HoleIndexFrom(place.Start));
            var value = model.GetOperation(hole.Expression, cancellation)?.Unwrap();
            return new MisplacedPlaceholder(place, hole.Expression.ToString(), ImmutableArray.Create(new BoundParameter(value, value?.Type ?? hole.Type)))
            {
                Interpolation = hole.Site as InterpolationSyntax,
            };
        }));
    }

    private static PlacedText? Found(ComposedText text, SqlDialect dialect, IEnumerable<MisplacedPlaceholder> candidates)
    {
        var found = candidates.Where(IsBound).ToImmutableArray();
        return found.IsEmpty ? null : new PlacedText(text, dialect, found);
    }

    /// <summary>Whether a parameter is passed for the placeholder: others that look like one may be anything.</summary>
    private static bool IsBound(MisplacedPlaceholder candidate) =>
        candidate.Place.Kind is SqlMisplacementKind.Quoted or SqlMisplacementKind.Embedded
            ? !candidate.Values.IsEmpty
            : !candidate.Values.IsEmpty && candidate.Values.All(static value => value.IsScalar);

    /// <summary>The test before anything is read.</summary>
    private static bool MayHoldPlaceholder(IOperation text, ExpressionSyntax expression) =>
        text.ConstantValue is { HasValue: true, Value: string constant }
            ? constant.IndexOfAny(s_marks) >= 0
            : expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
                || LocalReferences.BodyOf(expression).DescendantTokens().Any(static token => token.ValueText.IndexOfAny(s_marks) >= 0);

    private static readonly char[] s_marks = ['@', ':', '$', '{'];
}
