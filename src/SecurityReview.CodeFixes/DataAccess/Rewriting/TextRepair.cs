using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>The repair of a text at all places where it is built: ready to be applied, with the tokens that must come out.</summary>
internal sealed class TextRepair
{
    /// <summary>Marks the expression that holds the text after the repair, so that it can be read again.</summary>
    public static readonly SyntaxAnnotation RepairedText = new("SecurityReview.RepairedText");

    private readonly ExpressionSyntax _use;
    private readonly ImmutableArray<(SyntaxNode Old, SyntaxNode? New)> _replacements;

    private TextRepair(ExpressionSyntax use, ImmutableArray<(SyntaxNode Old, SyntaxNode? New)> replacements, ImmutableArray<SqlToken> expected)
    {
        _use = use;
        _replacements = replacements;
        Expected = expected;
    }

    /// <summary>The tokens of the repaired text.</summary>
    public ImmutableArray<SqlToken> Expected { get; }

    /// <summary>The nodes that the repair writes anew.</summary>
    public IEnumerable<SyntaxNode> Touched => _replacements.Select(replacement => replacement.Old);

    /// <summary>Plans the repair; null where it cannot be written.</summary>
    /// <param name="composition">The text.</param>
    /// <param name="use">The expression with which it is used.</param>
    /// <param name="values">The values with their placeholders, in the order of the text.</param>
    public static TextRepair? Plan(SqlComposition composition, ExpressionSyntax use, IReadOnlyList<(BoundValue Value, string Placeholder)> values)
    {
        if (TextEdits.Create(composition.Text, values) is not { } edits)
            return null;
        var rewriter = new TextRewriter(edits);
        var replacements = ImmutableArray.CreateBuilder<(SyntaxNode Old, SyntaxNode? New)>();
        foreach (var unit in composition.Text.Steps.Select(UnitOf).Distinct())
        {
            if (rewriter.Rewrite(unit) is not { } rewritten)
                return null;
            if (rewritten == unit)
                continue;
            if (IsWithoutEffect(rewritten, unit, out var statement))
                replacements.Add((statement, null));
            else
                replacements.Add((unit, unit == use ? rewritten.WithAdditionalAnnotations(RepairedText) : rewritten));
        }

        return new TextRepair(use, replacements.ToImmutable(), SqlTokenComparison.Expected(composition, values));
    }

    /// <summary>The repair of a text that is written in place, by an expression made for it.</summary>
    public static TextRepair Of(SqlComposition composition, ExpressionSyntax use, ExpressionSyntax replacement, IReadOnlyList<(BoundValue Value, string Placeholder)> values) =>
        new(use, ImmutableArray.Create<(SyntaxNode Old, SyntaxNode? New)>((use, replacement.WithAdditionalAnnotations(RepairedText))), SqlTokenComparison.Expected(composition, values));

    /// <summary>Writes the repaired text.</summary>
    public void Apply(SyntaxEditor editor)
    {
        foreach (var (old, replacement) in _replacements)
        {
            if (replacement is null)
                editor.RemoveNode(old, SyntaxRemoveOptions.KeepNoTrivia);
            else
                editor.ReplaceNode(old, replacement);
        }

        if (!_replacements.Any(replacement => replacement.Old == _use))
            editor.ReplaceNode(_use, static (node, _) => node.WithAdditionalAnnotations(RepairedText));
    }

    /// <summary>What is written anew for a step: the expression, or the whole chain of calls on a builder.</summary>
    private static ExpressionSyntax UnitOf(TextStep step) =>
        step is { Statement: ExpressionStatementSyntax { Expression: InvocationExpressionSyntax chain }, Root: InvocationExpressionSyntax } && chain.Span.Contains(step.Root.Span)
            ? chain
            : step.Root;

    /// <summary>Whether a statement appends nothing any more, and can go without taking a comment with it.</summary>
    private static bool IsWithoutEffect(ExpressionSyntax rewritten, ExpressionSyntax unit, out StatementSyntax statement)
    {
        statement = (unit.FirstAncestorOrSelf<StatementSyntax>())!;
        if (statement is not ExpressionStatementSyntax { Parent: BlockSyntax } || HasComment(statement))
            return false;
        return unit.Parent switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } => CSharpString.Of(rewritten) is { IsEmpty: true },
            ExpressionStatementSyntax => TextRewriter.IsEmptyAppend(rewritten) && rewritten is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } },
            _ => false,
        };
    }

    private static bool HasComment(SyntaxNode node) =>
        node.DescendantTrivia().Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
}
