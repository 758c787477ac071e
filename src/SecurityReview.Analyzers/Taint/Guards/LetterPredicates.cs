using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Guards;

/// <summary>Tests of single letters that let nothing through but letters, digits and harmless signs: <c>c => char.IsLetterOrDigit(c) || c == '_'</c>.</summary>
internal static class LetterPredicates
{
    /// <summary>Whether a call keeps only harmless letters of a text: <c>text.Where(char.IsDigit)</c>.</summary>
    public static bool Keeps(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Where" or "TakeWhile", ContainingType.Name: "Enumerable" } or { Name: "FindAll", ContainingType.SpecialType: SpecialType.System_Array } &&
        call.TargetMethod.TypeArguments is { Length: 1 } types && types[0].SpecialType == SpecialType.System_Char && IsHarmless(call.ArgumentFor("predicate")?.Value ?? call.ArgumentFor("match")?.Value);

    /// <summary>Whether a predicate is true for harmless letters only.</summary>
    public static bool IsHarmless(IOperation? predicate) => (predicate?.Unwrap() as IDelegateCreationOperation)?.Target switch
    {
        IMethodReferenceOperation { Method: { ContainingType.SpecialType: SpecialType.System_Char } method } => IsHarmlessClass(method.Name),
        { Syntax: LambdaExpressionSyntax { ExpressionBody: { } test } lambda } when ParameterOf(lambda) is { } letter => Holds(test, letter),
        _ => false,
    };

    private static string? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax several => several.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText,
        _ => null,
    };

    private static bool IsHarmlessClass(string method) => method is "IsLetterOrDigit" or "IsLetter" or "IsDigit" or "IsNumber" or "IsUpper" or "IsLower"
        or "IsAsciiLetterOrDigit" or "IsAsciiLetter" or "IsAsciiDigit" or "IsAsciiHexDigit" or "IsAsciiLetterUpper" or "IsAsciiLetterLower";

    /// <summary>Whether where a test of a letter holds, the letter is harmless.</summary>
    private static bool Holds(ExpressionSyntax test, string letter) => test switch
    {
        ParenthesizedExpressionSyntax inner => Holds(inner.Expression, letter),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => Holds(or.Left, letter) && Holds(or.Right, letter),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and =>
            Holds(and.Left, letter) || Holds(and.Right, letter) || (Bound(and.Left, letter) is { } low && Bound(and.Right, letter) is { } high && IsRange(low, high)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal => (IsLetter(equal.Left, letter) && IsHarmless(equal.Right)) || (IsLetter(equal.Right, letter) && IsHarmless(equal.Left)),
        IsPatternExpressionSyntax pattern => IsLetter(pattern.Expression, letter) && Holds(pattern.Pattern),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.CharKeyword } or IdentifierNameSyntax { Identifier.ValueText: "Char" } } called } call =>
            IsHarmlessClass(called.Name.Identifier.ValueText) && call.ArgumentList.Arguments is { Count: 1 } arguments && IsLetter(arguments[0].Expression, letter),
        _ => false,
    };

    private static bool Holds(PatternSyntax pattern) => pattern switch
    {
        ParenthesizedPatternSyntax inner => Holds(inner.Pattern),
        ConstantPatternSyntax constant => IsHarmless(constant.Expression),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } or => Holds(or.Left) && Holds(or.Right),
        BinaryPatternSyntax and => Holds(and.Left) || Holds(and.Right) || (Bound(and.Left) is { } low && Bound(and.Right) is { } high && IsRange(low, high)),
        _ => false,
    };

    /// <summary>The bound that a comparison gives a letter, with whether it is the lower one.</summary>
    private static (char Letter, bool IsLower)? Bound(ExpressionSyntax test, string letter) => test is not BinaryExpressionSyntax comparison ? null : comparison.Kind() switch
    {
        SyntaxKind.GreaterThanOrEqualExpression => Bound(comparison.Left, comparison.Right, letter, isLower: true),
        SyntaxKind.LessThanOrEqualExpression => Bound(comparison.Left, comparison.Right, letter, isLower: false),
        _ => null,
    };

    private static (char Letter, bool IsLower)? Bound(ExpressionSyntax left, ExpressionSyntax right, string letter, bool isLower) =>
        IsLetter(left, letter) && LetterOf(right) is { } bound ? (bound, isLower)
            : IsLetter(right, letter) && LetterOf(left) is { } other ? (other, !isLower) : null;

    private static (char Letter, bool IsLower)? Bound(PatternSyntax pattern) => pattern is RelationalPatternSyntax relational && LetterOf(relational.Expression) is { } bound
        ? relational.OperatorToken.Kind() switch
        {
            SyntaxKind.GreaterThanEqualsToken => (bound, true),
            SyntaxKind.LessThanEqualsToken => (bound, false),
            _ => null,
        }
        : null;

    /// <summary>Whether two bounds enclose nothing but digits or letters of one case.</summary>
    private static bool IsRange((char Letter, bool IsLower) first, (char Letter, bool IsLower) second)
    {
        if (first.IsLower == second.IsLower)
            return false;
        var (low, high) = first.IsLower ? (first.Letter, second.Letter) : (second.Letter, first.Letter);
        return (char.IsDigit(low) && char.IsDigit(high)) || (char.IsLower(low) && char.IsLower(high)) || (char.IsUpper(low) && char.IsUpper(high));
    }

    private static bool IsLetter(ExpressionSyntax expression, string letter) => expression is IdentifierNameSyntax name && name.Identifier.ValueText == letter;

    private static bool IsHarmless(ExpressionSyntax expression) => LetterOf(expression) is { } constant && (char.IsLetterOrDigit(constant) || constant is '_' or '-' or '.' or ',' or ':' or '@' or '/');

    private static char? LetterOf(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.CharacterLiteralExpression, Token.Value: char constant } ? constant : null;
}
