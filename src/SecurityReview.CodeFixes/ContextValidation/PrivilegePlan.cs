using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Adds the privilege test to the comparison: callers without it are treated as themselves.</summary>
internal static class PrivilegePlan
{
    public static Action<SyntaxEditor> Of(MismatchSite site) => editor =>
        editor.ReplaceNode(site.Unit, (current, _) => Guarded(site, (ExpressionSyntax)current));

    private static ExpressionSyntax Guarded(MismatchSite site, ExpressionSyntax current)
    {
        var guarded = site.TrueMeansSame
            ? Conditions.Or(Conditions.Negate(site.Privilege!), current)
            : Conditions.And(site.Privilege!, current);
        return SyntaxFactory.ParenthesizedExpression(guarded).WithTriviaFrom(current).WithAdditionalAnnotations(Simplifier.Annotation);
    }
}
