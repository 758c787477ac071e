using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation.Authorization;

/// <summary>Moves a step of the pipeline, where both steps are statements of their own on lines of their own.</summary>
internal static class StepMove
{
    /// <summary>The changes: <c>UseAuthentication</c> goes before <c>UseAuthorization</c>, or that before <c>UseEndpoints</c>. None where code stands in the way.</summary>
    public static IReadOnlyList<TextChange> Plan(RepairContext context)
    {
        if (context.Diagnostic.AdditionalLocations.FirstOrDefault() is not { } cause || StatementAt(context.Root, context.Diagnostic.Location.SourceSpan) is not { } authorization || StatementAt(context.Root, cause.SourceSpan) is not { } other)
            return [];
        var isBehindEndpoints = other.SpanStart < authorization.SpanStart;
        // Who the caller is must be known before; that step would have to move as well.
        if (isBehindEndpoints && StatementsOf(authorization).Any(statement => statement.SpanStart > other.SpanStart && statement.SpanStart < authorization.SpanStart && NameOf(statement) == "UseAuthentication"))
            return [];
        var (moved, target) = isBehindEndpoints ? (authorization, other) : (other, authorization);
        if (!IsPlain(moved) || LinesOf(moved, context.Text) is not { } lines || LinesOf(target, context.Text) is not { } before)
            return [];
        var text = context.Text.ToString(lines);
        if (text.EndsWith("\n", StringComparison.Ordinal))
            return [new TextChange(new TextSpan(before.Start, 0), text), new TextChange(lines, "")];
        // The last line of the file: the line break before it goes with it.
        var end = context.Text.Lines.GetLineFromPosition(lines.Start - 1).End;
        return [new TextChange(new TextSpan(before.Start, 0), text + "\n"), new TextChange(TextSpan.FromBounds(end, lines.End), "")];
    }

    private static ExpressionStatementSyntax? StatementAt(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span) ? root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() as ExpressionStatementSyntax : null;

    private static IEnumerable<StatementSyntax> StatementsOf(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement),
        _ => [],
    };

    /// <summary>A single step without arguments: <c>app.UseAuthorization();</c>.</summary>
    private static bool IsPlain(ExpressionStatementSyntax statement) =>
        statement.Expression is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } };

    private static string NameOf(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } } ? member.Name.Identifier.ValueText : "";

    /// <summary>The whole lines of a statement, with the comments above it that belong to it; null where other code shares them.</summary>
    private static TextSpan? LinesOf(ExpressionStatementSyntax statement, SourceText text)
    {
        var first = text.Lines.GetLineFromPosition(statement.SpanStart);
        var last = text.Lines.GetLineFromPosition(statement.Span.End);
        if (text.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart)).Trim().Length > 0 || statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective))
            return null;
        var rest = text.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).Trim();
        if (rest.Length > 0 && !rest.StartsWith("//", StringComparison.Ordinal))
            return null;
        var start = first.LineNumber;
        while (start > 0 && text.Lines[start - 1] is var above && above.Start >= statement.FullSpan.Start && text.ToString(above.Span).Trim().StartsWith("//", StringComparison.Ordinal))
            start--;
        return TextSpan.FromBounds(text.Lines[start].Start, last.EndIncludingLineBreak);
    }
}
