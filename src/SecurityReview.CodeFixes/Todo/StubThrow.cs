using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Todo.Controls;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.Todo;

/// <summary>Puts an exception where a stub says yes.</summary>
internal static class StubThrow
{
    private const string Exception = "NotImplementedException";

    public static ImmutableArray<TextChange> ChangesOf(RepairContext context)
    {
        var body = context.Node.FirstAncestorOrSelf<SyntaxNode>(IsFunction) switch
        {
            MethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            LocalFunctionStatementSyntax local => (SyntaxNode?)local.Body ?? local.ExpressionBody,
            AnonymousFunctionExpressionSyntax function => function.Body,
            _ => null,
        };
        if (StubBody.YesIn(body).FirstOrDefault() is not { } yes)
            return ImmutableArray<TextChange>.Empty;
        var name = context.Model.LookupNamespacesAndTypes(yes.SpanStart, name: Exception).IsEmpty ? "System." + Exception : Exception;
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        changes.Add(new TextChange(yes.Span, $"throw new {name}(){(yes is StatementSyntax ? ";" : "")}"));
        if (body is BlockSyntax block)
        {
            foreach (var unreachable in block.Statements.Where(statement => statement.SpanStart > yes.SpanStart))
                changes.Add(new TextChange(WithLine(context.Text, unreachable.Span), ""));
        }

        return changes.ToImmutable();
    }

    private static bool IsFunction(SyntaxNode node) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    /// <summary>The span with the lines that it stands on, if nothing else does.</summary>
    private static TextSpan WithLine(SourceText text, TextSpan span)
    {
        var first = text.Lines.GetLineFromPosition(span.Start);
        var last = text.Lines.GetLineFromPosition(span.End);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, span.Start))) && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(span.End, last.End)));
        return isAlone ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak) : span;
    }
}
