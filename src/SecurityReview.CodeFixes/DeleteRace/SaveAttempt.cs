using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>A save that is tried, with an answer where another request was faster.</summary>
internal static class SaveAttempt
{
    public static TryStatementSyntax Of(StatementSyntax save, INamedTypeSymbol exception, IEnumerable<StatementSyntax> answer, RepairContext context)
    {
        var type = (TypeSyntax)SyntaxGenerator.GetGenerator(context.Document).TypeExpression(exception).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        return SyntaxFactory.TryStatement(
                SyntaxFactory.Block(save.WithoutTrivia()),
                SyntaxFactory.SingletonList(SyntaxFactory.CatchClause(SyntaxFactory.CatchDeclaration(type), null, SyntaxFactory.Block(answer))),
                null)
            .WithTriviaFrom(save)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
