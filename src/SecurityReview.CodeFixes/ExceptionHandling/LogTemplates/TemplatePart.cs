using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling.LogTemplates;

/// <summary>A piece of a text that is put together: words as they are read, or a value.</summary>
/// <param name="Words">The words; empty for a value.</param>
/// <param name="Value">The value; null for words.</param>
/// <param name="Form">How the value is written: <c>,10:x</c>; empty for as it is.</param>
internal sealed record TemplatePart(string Words, ExpressionSyntax? Value, string Form)
{
    public static TemplatePart Of(string words) => new(words, null, "");

    public static TemplatePart Of(ExpressionSyntax value, string form = "") => new("", value, form);
}
