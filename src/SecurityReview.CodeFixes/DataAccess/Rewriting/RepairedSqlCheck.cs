using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>
/// The last word on a repair: it is made on a copy, compiled, and the SQL read again. It holds only if nothing new fails to compile,
/// no comment is lost, and the tokens are those of the original with the values replaced.
/// </summary>
internal static class RepairedSqlCheck
{
    /// <param name="context">The finding.</param>
    /// <param name="text">The expression of the text before the repair.</param>
    /// <param name="repair">Makes the repair.</param>
    /// <param name="expected">The tokens that must come out.</param>
    /// <param name="dialect">How the text is read.</param>
    /// <param name="fragmentOf">For text that continues a statement, what that statement does.</param>
    public static bool Holds(RepairContext context, ExpressionSyntax text, Action<SyntaxEditor> repair, ImmutableArray<SqlToken> expected, SqlDialect dialect, SqlVerb fragmentOf)
    {
        var cancellation = context.CancellationToken;
        var editor = new SyntaxEditor(context.Root, context.Document.Project.Solution.Services);
        repair(editor);
        var changed = editor.GetChangedRoot();
        if (changed.GetAnnotatedNodes(TextRepair.RepairedText).FirstOrDefault() is not { } marked)
            return false;
        if (Comments(changed) < Comments(context.Root))
            return false;
        // Parsed anew from its text: only what the parser reads counts, not what was meant.
        var tree = context.Root.SyntaxTree;
        var repaired = CSharpSyntaxTree.ParseText(changed.ToFullString(), (CSharpParseOptions)tree.Options, tree.FilePath, cancellationToken: cancellation);
        var model = context.Model.Compilation.ReplaceSyntaxTree(tree, repaired).GetSemanticModel(repaired);
        var node = repaired.GetRoot(cancellation).FindNode(marked.Span, getInnermostNodeForTie: true);
        while (node is not null and not ExpressionSyntax && node.Parent?.Span == marked.Span)
            node = node.Parent;
        if (node is not ExpressionSyntax expression)
            return false;
        if (ErrorsAround(expression, model, cancellation) > ErrorsAround(text, context.Model, cancellation))
            return false;
        return SqlComposition.Read(expression, model, dialect, fragmentOf, cancellation, TextReading.Alternatives) is { } composition && SqlTokenComparison.Matches(composition, expected);
    }

    private static int Comments(SyntaxNode root) =>
        root.DescendantTrivia().Count(trivia => trivia.IsComment());

    private static int ErrorsAround(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var member = node.Ancestors().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot(cancellation);
        return model.GetDiagnostics(member.Span, cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
