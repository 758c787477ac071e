using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.DataAccess.Judgement;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.DataAccess.Rewriting;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Names;

/// <summary>
/// Lets only known columns and directions into the places of names in SQL text: a <c>switch</c> expression over what a caller may write, which
/// throws for anything else. What it lets in is what worked before, in any case of letters.
/// </summary>
internal static class NameAllowList
{
    /// <summary>The repair of all such places of the text that a finding stands at; null where one of them has no list.</summary>
    /// <param name="context">The finding.</param>
    /// <param name="key">The key under which the fixer offers it.</param>
    /// <param name="mayLeaveValues">Whether values of the text may stay what they are: where the finding is about names alone.</param>
    public static Repair? Plan(RepairContext context, string key, bool mayLeaveValues)
    {
        if (SqlTextSinks.Find(context) is not { } sink)
            return null;
        var option = context.Options.Get(ReviewOptions.Dialect);
        var dialect = sink.Provider.Dialect != SqlDialect.Unknown ? sink.Provider.Dialect : option;
        if (SqlComposition.Read(sink.Text, context.Model, dialect, sink.FragmentOf, context.CancellationToken, TextReading.Alternatives) is not { IsSound: true } composition)
            return null;
        var holes = composition.Holes.Where(hole => !composition.Text.Hole(hole.Index).IsChoice && IsOpenName(hole)).ToList();
        if (!mayLeaveValues && composition.Holes.Any(hole => !composition.Text.Hole(hole.Index).IsChoice && !holes.Contains(hole) && MayCarryText(hole)))
            return null;
        var columns = new KnownColumns(composition, context.Model, context.CancellationToken).Of(sink.Text);
        var order = new EvaluationOrder(context.Model, context.CancellationToken);
        var edits = new List<Action<SyntaxEditor>>();
        foreach (var hole in holes)
        {
            var piece = composition.Text.Hole(hole.Index);
            var place = NamePlaces.Of(hole, composition);
            if (place == NamePlace.Other || (place == NamePlace.Column && columns.IsEmpty) || piece.Format is not null || piece.Alignment is not null || !context.Pass.Claim(piece.Expression))
                return null;
            if (EditOf(piece, place, columns, order, context) is not { } edit)
                return null;
            edits.Add(edit);
        }

        if (edits.Count == 0 || !RepairedSqlCheck.Holds(context, sink.Text, Marked, SqlTokenizer.Tokenize(composition.Text.Sql, dialect), dialect, sink.FragmentOf))
            return null;
        return Repair.OfSyntax("Let only known names into the text", key, editor => edits.ForEach(edit => edit(editor)));

        bool IsOpenName(SqlHole hole) =>
            hole.Position is SqlHolePosition.Identifier or SqlHolePosition.PartOfIdentifier or SqlHolePosition.QuotedIdentifier or SqlHolePosition.Keyword
            && MayCarryText(hole) && !SqlTextProperties.IsKnownName(context.Diagnostic, composition.Text.Hole(hole.Index).Expression);

        bool MayCarryText(SqlHole hole) => ValueKinds.Of(composition.Text.Hole(hole.Index).Type) is ValueKind.Text or ValueKind.TextLike or ValueKind.Object or ValueKind.None;

        void Marked(SyntaxEditor editor)
        {
            edits.ForEach(edit => edit(editor));
            editor.ReplaceNode(sink.Text, static (node, _) => node.WithAdditionalAnnotations(TextRepair.RepairedText));
        }
    }

    private static Action<SyntaxEditor>? EditOf(HolePiece piece, NamePlace place, ImmutableSortedDictionary<string, string> columns, EvaluationOrder order, RepairContext context)
    {
        if (ValueKinds.Of(piece.Type) != ValueKind.Text)
            return null;
        var mayBeNull = Nullness.MayBeNull(piece.Expression, context.Model, moves: false, context.CancellationToken);
        var chosen = UnquotedValue.Receiver(piece.Expression) + (mayBeNull ? "?" : "") + ".ToLowerInvariant()";
        var arms = place == NamePlace.Direction
            ? [$"{(mayBeNull ? "null or " : "")}\"\" => \"\"", "\"asc\" => \"ASC\"", "\"desc\" => \"DESC\""]
            : columns.Select(column => $"{SyntaxFactory.Literal(column.Key)} => {SyntaxFactory.Literal(column.Value)}").ToList();
        arms.Add($"_ => throw new System.ArgumentException(\"{(place == NamePlace.Direction ? "The direction is ASC or DESC." : "There is no such column.")}\")");
        var statement = piece.Expression.AncestorsAndSelf().TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax)).OfType<StatementSyntax>().FirstOrDefault();
        // Before the statement the name would be judged even where its branch is not chosen.
        var isInBranch = piece.Expression.Ancestors().TakeWhile(node => node != statement).Any(static node => node is ConditionalExpressionSyntax or SwitchExpressionArmSyntax);
        if (statement is null || isInBranch || !StatementEdit.CanInsert(statement) || !order.OnlyReads(piece.Expression) || statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax or UsingStatementSyntax or YieldStatementSyntax))
        {
            var inline = SyntaxFactory.ParseExpression($"({chosen} switch {{ {string.Join(", ", arms)} }})").WithTriviaFrom(piece.Expression);
            // Only the name: the simplifier takes the parentheses for needless.
            inline = inline.ReplaceNodes(
                inline.DescendantNodes().OfType<QualifiedNameSyntax>(), static (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation));
            return editor => editor.ReplaceNode(piece.Expression, inline);
        }

        var hint = place == NamePlace.Direction ? "knownDirection" : "knownColumn";
        var local = FreeName.Like(hint, new LocalNames(statement, context).Take);
        var declaration = SyntaxFactory.ParseStatement($"var {local} = {chosen} switch\n{{\n{string.Join("\n", arms.Select(arm => arm + ","))}\n}};")
            .WithTrailingTrivia(SyntaxFactory.LineFeed).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation, Simplifier.AddImportsAnnotation);
        return editor =>
        {
            editor.ReplaceNode(piece.Expression, SyntaxFactory.IdentifierName(local).WithTriviaFrom(piece.Expression));
            StatementEdit.InsertBefore(editor, statement, [declaration]);
        };
    }
}
