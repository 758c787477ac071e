using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>What parameters are called: after what is passed, else after the column.</summary>
internal static class ParameterNames
{
    private const string Fallback = "value";

    /// <summary>Calls whose result is still what they were called on.</summary>
    private static readonly string[] s_transparent =
        ["ToString", "Trim", "TrimStart", "TrimEnd", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Replace", "Substring", "Normalize", "PadLeft", "PadRight", "First", "FirstOrDefault", "Single", "GetValueOrDefault", "ConfigureAwait"];

    /// <summary>The name that an expression suggests; that of the column, or a neutral one, where it suggests none.</summary>
    public static string Hint(ExpressionSyntax expression, SqlName? column)
    {
        var name = Clean(Suggested(expression));
        if (name.Length == 0 && column is not null)
            name = Clean(column.Last);
        return name.Length == 0 ? Fallback : name;
    }

    private static string Suggested(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IdentifierNameSyntax name:
                    return name.Identifier.ValueText;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "HasValue" } member:
                    expression = member.Expression;
                    break;
                case MemberAccessExpressionSyntax member:
                    return member.Name.Identifier.ValueText;
                case MemberBindingExpressionSyntax member:
                    return member.Name.Identifier.ValueText;
                case ConditionalAccessExpressionSyntax access:
                    expression = access.WhenNotNull is MemberBindingExpressionSyntax ? access.WhenNotNull : access.Expression;
                    break;
                case ElementAccessExpressionSyntax element when element.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } key:
                    return key.Token.ValueText;
                case ElementAccessExpressionSyntax element:
                    expression = element.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } called } when s_transparent.Contains(method):
                    expression = called.Expression;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called }:
                    return WithoutGet(called.Name.Identifier.ValueText);
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax called }:
                    return WithoutGet(called.Identifier.ValueText);
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    break;
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    expression = suppressed.Operand;
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                    expression = choice.Left;
                    break;
                default:
                    return "";
            }
        }
    }

    private static string WithoutGet(string method) => method.StartsWith("Get", StringComparison.Ordinal) ? method.Substring("Get".Length) : method;

    /// <summary>A name that every database and C# take: letters, digits and underscores, the first a small letter.</summary>
    private static string Clean(string name)
    {
        var letters = new string(name.Where(character => character < '\x80' && (char.IsLetterOrDigit(character) || character == '_')).ToArray()).TrimStart('_', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (letters.Length == 0 || letters.Length * 2 < name.Length)
            return "";
        return char.ToLowerInvariant(letters[0]) + letters.Substring(1);
    }
}
