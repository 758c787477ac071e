using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace.CheckThenAct;

/// <summary>Repairs inserts: the key refuses the second row and the code answers as the check does; a file is made only where none is.</summary>
internal static class InsertPlan
{
    private static readonly string[] s_exceptions = ["Microsoft.EntityFrameworkCore.DbUpdateException", "System.Data.Entity.Infrastructure.DbUpdateException"];

    /// <summary>The edit for an entity whose key the database keeps unique: saving it is tried, and a violation answered like the check.</summary>
    public static Action<SyntaxEditor>? OfEntity(CheckSite check, RepairContext context)
    {
        if (!check.WhenThere || check.If.Else is not null || !Statements.Exits(check.If.Statement) || SaveBehind(check, context) is not { } save)
            return null;
        if (s_exceptions.Select(context.Model.Compilation.GetTypeByMetadataName).FirstOrDefault(type => type is not null) is not { } exception)
            return null;
        var attempt = SaveAttempt.Of(save, exception, Statements.Of(check.If.Statement).Select(statement => statement.WithoutTrivia()), context);
        return editor => editor.ReplaceNode(save, attempt);
    }

    /// <summary>The edit for a stream that takes over what is there.</summary>
    public static Action<SyntaxEditor>? OfStream(RepairContext context)
    {
        var mode = context.Node.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>()?.ArgumentList?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .FirstOrDefault(name => name.Identifier.ValueText is "Create" or "OpenOrCreate" && name.Parent is MemberAccessExpressionSyntax);
        return mode is null ? null : editor => editor.ReplaceNode(mode, SyntaxFactory.IdentifierName("CreateNew").WithTriviaFrom(mode));
    }

    /// <summary>The statement behind the check, in the same list, that does nothing but save.</summary>
    private static ExpressionStatementSyntax? SaveBehind(CheckSite check, RepairContext context)
    {
        for (var next = Statements.After(check.If); next is not null; next = Statements.After(next))
        {
            if (next.SpanStart > context.Diagnostic.Location.SourceSpan.Start && next is ExpressionStatementSyntax statement && IsSave(statement.Expression))
                return statement;
        }

        return null;
    }

    private static bool IsSave(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SaveChanges" or "SaveChangesAsync" });
}
