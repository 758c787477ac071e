using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Expressions that choose one of several texts: <c>?:</c> and <c>switch</c>.</summary>
internal static class TextBranches
{
    private static readonly char[] s_marks = ['@', ':', '{', '$'];

    /// <summary>The texts that an expression chooses from; empty where it is no choice. What throws is none.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax expression) => expression switch
    {
        ConditionalExpressionSyntax choice => new[] { choice.WhenTrue, choice.WhenFalse }.Where(static branch => branch is not ThrowExpressionSyntax),
        SwitchExpressionSyntax choice => choice.Arms.Select(static arm => arm.Expression).Where(static branch => branch is not ThrowExpressionSyntax),
        _ => [],
    };

    /// <summary>
    /// Whether an expression chooses between texts that are put together right there; or between constants with placeholders, which a repair leaves behind
    /// and which take names.
    /// </summary>
    public static bool AreWrittenIn(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression is ConditionalExpressionSyntax or SwitchExpressionSyntax
        && model.GetTypeInfo(expression, cancellation).Type is { SpecialType: SpecialType.System_String }
        && Of(expression).Any(branch => IsComposed(branch) || (model.GetConstantValue(branch, cancellation).Value is string text && MayHoldPlaceholder(text)));

    /// <summary>Whether a text may have placeholders in it.</summary>
    public static bool MayHoldPlaceholder(string text) => text.IndexOfAny(s_marks) >= 0;

    /// <summary>Whether a text is put together from others.</summary>
    public static bool IsComposed(ExpressionSyntax expression) => Unwrap(expression) is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax || Of(Unwrap(expression)).Any(IsComposed);

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }
}
