using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>Puts <c>?? throw</c> in the place of each <c>!</c> of a chain that takes a caller for granted.</summary>
internal static class AssumptionEdit
{
    /// <summary>The edit; null where the expression is written to, or the framework lacks the exceptions.</summary>
    public static Action<SyntaxEditor>? For(ExpressionSyntax assumed, RepairContext context)
    {
        var chain = ChainOf(assumed);
        if (chain.Parent is AssignmentExpressionSyntax assignment && assignment.Left == chain || chain.Ancestors().Any(static node => node is AttributeSyntax))
            return null;
        var compilation = context.Model.Compilation;
        if (compilation.GetTypeByMetadataName("System.UnauthorizedAccessException") is not { } unauthorized || compilation.GetTypeByMetadataName("System.InvalidOperationException") is not { } invalid || !context.Pass.Claim(chain))
            return null;
        var extension = compilation.GetTypeByMetadataName("System.Security.Claims.PrincipalExtensions");
        var rewriter = new Rewriter(unauthorized, invalid, call => extension is not null && call is { Expression: MemberAccessExpressionSyntax { Expression: var principal } } && context.Model.GetTypeInfo(principal, context.CancellationToken).Type?.Name == "ClaimsPrincipal");
        var changed = (ExpressionSyntax)rewriter.Visit(chain);
        if (changed is ParenthesizedExpressionSyntax parenthesized && StandsAlone(chain))
            changed = parenthesized.Expression;
        return editor => editor.ReplaceNode(chain, changed.WithTriviaFrom(chain));
    }

    /// <summary>The expression with the members and calls behind it.</summary>
    private static ExpressionSyntax ChainOf(ExpressionSyntax assumed)
    {
        var chain = assumed;
        while (chain.Parent is MemberAccessExpressionSyntax || (chain.Parent is PostfixUnaryExpressionSyntax suppressed && suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression)) || (chain.Parent is InvocationExpressionSyntax call && call.Expression == chain))
            chain = (ExpressionSyntax)chain.Parent;
        return chain;
    }

    private static bool StandsAlone(ExpressionSyntax chain) => chain.Parent is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArgumentSyntax or LambdaExpressionSyntax
        || (chain.Parent is AssignmentExpressionSyntax assignment && assignment.Right == chain);

    private sealed class Rewriter(INamedTypeSymbol unauthorized, INamedTypeSymbol invalid, Func<InvocationExpressionSyntax, bool> hasValueLookUp) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
        {
            var assumed = Assumed(node.Expression);
            if (!AssumedIdentity.MayBe(assumed, node.Expression))
                return base.VisitMemberAccessExpression(node);
            var value = (ExpressionSyntax)Visit(assumed);
            switch (node.Name.Identifier.ValueText)
            {
                case "User":
                    return node.WithExpression(OrThrow(value, invalid, "There is no request."));
                case "Value" when assumed is InvocationExpressionSyntax original && value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call && hasValueLookUp(original):
                    return OrThrow(call.WithExpression(member.WithName(SyntaxFactory.IdentifierName("FindFirstValue"))), unauthorized, "It is not known who asks.");
                default:
                    return OrThrow(SyntaxFactory.ConditionalAccessExpression(value, SyntaxFactory.MemberBindingExpression(node.Name)), unauthorized, "It is not known who asks.");
            }
        }

        public override SyntaxNode? VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
        {
            if (!node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
                return base.VisitPostfixUnaryExpression(node);
            var operand = (ExpressionSyntax)Visit(node.Operand);
            if (AssumedIdentity.MayBe(node.Operand, node))
                return OrThrow(operand, unauthorized, "It is not known who asks.");
            // A second "!" behind what now throws is idle.
            return operand is ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } } ? operand : node.WithOperand(operand);
        }

        private static ExpressionSyntax Assumed(ExpressionSyntax expression) =>
            expression is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed ? suppressed.Operand : expression;

        private static ParenthesizedExpressionSyntax OrThrow(ExpressionSyntax value, INamedTypeSymbol exception, string words)
        {
            var type = SyntaxFactory.ParseName(exception.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
            var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(words));
            var creation = SyntaxFactory.ObjectCreationExpression(
                SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), type, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text))), null);
            var @throw = SyntaxFactory.ThrowExpression(SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space), creation);
            return SyntaxFactory.ParenthesizedExpression(SyntaxFactory.BinaryExpression(
                SyntaxKind.CoalesceExpression,
                value.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.QuestionQuestionToken).WithTrailingTrivia(SyntaxFactory.Space),
                @throw));
        }
    }
}
