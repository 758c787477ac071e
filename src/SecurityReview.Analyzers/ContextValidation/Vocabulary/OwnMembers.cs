using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>Properties that are another name for one expression: <c>protected Guid UserId => User.GetUserId();</c>.</summary>
internal static class OwnMembers
{
    /// <summary>The expression; null where the property is anything else.</summary>
    public static IOperation? ValueOf(IPropertyReferenceOperation reference)
    {
        if (reference.SemanticModel is not { Compilation: { } compilation } || reference.Property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not PropertyDeclarationSyntax property)
            return null;
        var expression = property.ExpressionBody?.Expression
            ?? property.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.ExpressionBody is not null && accessor.Keyword.ValueText == "get")?.ExpressionBody?.Expression;
        while (expression is PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax)
            expression = (expression as PostfixUnaryExpressionSyntax)?.Operand ?? ((ParenthesizedExpressionSyntax)expression).Expression;
        return expression is null ? null : ForeignModels.Of(compilation, expression.SyntaxTree).GetOperation(expression);
    }
}
