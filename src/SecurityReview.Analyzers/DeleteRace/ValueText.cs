using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>
/// A value written as text, so that two places of a function can be compared: equal texts of one function name the same value as long
/// as nobody assigns in between.
/// </summary>
internal static class ValueText
{
    private const string This = "this.";
    private const int MaximumAliases = 4;

    /// <summary>The text; constants are told apart from names.</summary>
    public static string Of(IOperation operation)
    {
        var value = ValueForm.Peel(operation);
        for (var i = 0; i < MaximumAliases && value is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned; i++)
        {
            var source = ValueForm.Peel(assigned);
            if (ReferencePath.Of(source) is null)
                break;
            value = source;
        }

        return value.ConstantValue is { HasValue: true, Value: var constant } ? OfConstant(constant) : OfSyntax(value.Syntax);
    }

    /// <summary>The text of a constant.</summary>
    public static string OfConstant(object? constant) => "=" + Convert.ToString(constant, CultureInfo.InvariantCulture);

    /// <summary>The text of an expression: without blanks and <c>this</c>.</summary>
    public static string OfSyntax(SyntaxNode expression)
    {
        var text = string.Concat(expression.DescendantTokens().Select(token => token.Text));
        return text.StartsWith(This, StringComparison.Ordinal) ? text.Substring(This.Length) : text;
    }

    /// <summary>Whether a text is that of a constant.</summary>
    public static bool IsConstant(string text) => text.StartsWith("=", StringComparison.Ordinal);

    /// <summary>Whether a text names a value or one of its members.</summary>
    public static bool IsPartOf(string text, string whole) =>
        text.StartsWith(whole, StringComparison.Ordinal) && (text.Length == whole.Length || text[whole.Length] is '.' or '?' or '!');
}
