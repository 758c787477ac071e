using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DataAccess;

/// <summary>Writes pieces of C# strings.</summary>
internal static class CSharpText
{
    /// <summary>The text between the quotes of a regular literal.</summary>
    public static string Escape(string text)
    {
        var literal = SyntaxFactory.Literal(text).Text;
        return literal.Substring(1, literal.Length - 2);
    }

    /// <summary>The text between the quotes of a regular interpolated string.</summary>
    public static string EscapeInterpolated(string text) => Escape(text).Replace("{", "{{").Replace("}", "}}");

    /// <summary>A hole of an interpolated string.</summary>
    public static string Interpolation(ExpressionSyntax value, string? alignment = null, string? format = null)
    {
        var text = value.WithoutTrivia().ToString();
        // A colon outside of parentheses would start the format.
        var needsParentheses = value is ConditionalExpressionSyntax or AssignmentExpressionSyntax or LambdaExpressionSyntax or SwitchExpressionSyntax
            || value.DescendantNodesAndSelf().Any(node => node is AliasQualifiedNameSyntax);
        return "{" + (needsParentheses ? $"({text})" : text) + (alignment is null ? "" : "," + alignment) + (format is null ? "" : ":" + format) + "}";
    }
}
