using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.DataAccess.Placeholders;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Sql.Placeholders;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Placeholders;

/// <summary>Takes the quotes from around the placeholders of a text: of all that it misplaces, or of none.</summary>
internal static class PlaceholderRepair
{
    /// <summary>The repair of the text that a finding stands at; null where it is not certain.</summary>
    /// <param name="context">The finding.</param>
    /// <param name="key">The key under which the fixer offers it.</param>
    public static Repair? Plan(RepairContext context, string key)
    {
        if (Find(context) is not var (sink, operation)
            || PlacedText.Read(sink, operation, context.Options.Get(ReviewOptions.Dialect), context.CancellationToken) is not { } text
            || operation.Unwrap().Syntax is not ExpressionSyntax use
            || !TextDeclaration.IsUsedOnce(use, context.Model, context.CancellationToken))
        {
            return null;
        }

        var changes = new List<TextChange>();
        var hasWildcards = false;
        foreach (var misplaced in text.Misplaced)
        {
            if (!misplaced.Place.CanStandAlone || !Unquote(text, misplaced.Place, changes))
                return null;
            if (misplaced.Place.Before.Length + misplaced.Place.After.Length == 0)
                continue;
            hasWildcards = true;
            if (WildcardMove.Plan(text, misplaced, use, context) is not { } moved)
                return null;
            changes.Add(moved);
        }

        // A text that several calls share is repaired for all of them, but each value once.
        return changes.GroupBy(static change => change.Span).Any(static same => same.Distinct().Count() > 1)
            ? null
            : Repair.OfText(hasWildcards ? "Remove the quotes and move the wildcards into the value" : "Remove the quotes around the placeholder", key, changes.Distinct());
    }

    /// <summary>Removes what is around the placeholder within its token, character by character as it is written; false where it is written elsewhere.</summary>
    private static bool Unquote(PlacedText text, SqlMisplacement place, List<TextChange> changes)
    {
        for (var offset = place.Token.Start; offset < place.Token.End; offset++)
        {
            if (offset >= place.Start && offset < place.Start + place.Length)
                continue;
            if (text.Text.SourceOf(offset) is not { } span)
                return false;
            changes.Add(new TextChange(span, ""));
        }

        return true;
    }

    /// <summary>The text at the finding, and the call, creation or assignment that takes it.</summary>
    private static (IOperation Sink, IOperation Text)? Find(RepairContext context)
    {
        for (SyntaxNode? node = context.Node; node is ExpressionSyntax && node.Span == context.Diagnostic.Location.SourceSpan; node = node.Parent)
        {
            for (var current = context.Model.GetOperation(node, context.CancellationToken); current is not null && current.Syntax.Span == node.Span; current = current.Parent)
            {
                if (current.Parent is IArgumentOperation { Parent: { } call } argument && argument.Value == current)
                    return (call, current);
                if (current.Parent is IAssignmentOperation assignment && assignment.Value == current)
                    return (assignment, current);
            }
        }

        return null;
    }
}
