using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.CodeFixes.ExceptionHandling.LogTemplates;

/// <summary>Takes a text apart that is interpolated, concatenated or formatted.</summary>
internal sealed class TemplateParts(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>The pieces in order; a text that is not put together here is one value.</summary>
    public IEnumerable<TemplatePart> Of(ExpressionSyntax text)
    {
        if (text is not InterpolatedStringExpressionSyntax && WordsOf(text) is { } words)
            return [TemplatePart.Of(words)];
        return text switch
        {
            ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
            InterpolatedStringExpressionSyntax interpolated when model.GetOperation(interpolated, cancellation) is IInterpolatedStringOperation operation => operation.Parts.SelectMany(OfInterpolated),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when model.GetTypeInfo(sum, cancellation).Type?.SpecialType == SpecialType.System_String => Of(sum.Left).Concat(Of(sum.Right)),
            InvocationExpressionSyntax call when OfFormatted(call) is { } formatted => formatted,
            _ => [TemplatePart.Of(text)],
        };
    }

    /// <summary>Words that stand in the code: literals and names of names. The value of a named constant is not copied.</summary>
    private string? WordsOf(ExpressionSyntax text) =>
        text is LiteralExpressionSyntax or InvocationExpressionSyntax && model.GetConstantValue(text, cancellation) is { HasValue: true, Value: { } constant }
            ? Convert.ToString(constant, CultureInfo.InvariantCulture)
            : null;

    private IEnumerable<TemplatePart> OfInterpolated(IInterpolatedStringContentOperation content) => content switch
    {
        IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string words } } => [TemplatePart.Of(words)],
        IInterpolationOperation { Syntax: InterpolationSyntax hole } when hole is { AlignmentClause: null, FormatClause: null } && WordsOf(hole.Expression) is { } words => [TemplatePart.Of(words)],
        IInterpolationOperation { Syntax: InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole } => Of(hole.Expression),
        IInterpolationOperation { Syntax: InterpolationSyntax hole } => [TemplatePart.Of(hole.Expression, FormOf(hole))],
        _ => [],
    };

    private string FormOf(InterpolationSyntax hole)
    {
        var alignment = hole.AlignmentClause is { } clause && model.GetConstantValue(clause.Value, cancellation) is { HasValue: true, Value: int width } ? "," + width.ToString(CultureInfo.InvariantCulture) : "";
        return hole.FormatClause is { FormatStringToken.ValueText: var format } ? $"{alignment}:{format}" : alignment;
    }

    /// <summary><c>string.Format("… {0}", name)</c>; null where it is not read with certainty.</summary>
    private List<TemplatePart>? OfFormatted(InvocationExpressionSyntax call)
    {
        if (model.GetOperation(call, cancellation) is not IInvocationOperation { TargetMethod: { Name: "Format", ContainingType.SpecialType: SpecialType.System_String } } format ||
            format.ArgumentFor("format")?.Value.ConstantValue is not { HasValue: true, Value: string template } || format.ArgumentFor("provider") is not null ||
            call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null) || format.Arguments.Any(static argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { IsParams: true }))
        {
            return null;
        }

        var parts = new List<TemplatePart>();
        var last = 0;
        foreach (var hole in TemplateHoles.Of(template))
        {
            var inside = template.Substring(hole.Start + 1, hole.Length - 2);
            var digits = inside.TakeWhile(char.IsDigit).Count();
            if (!int.TryParse(inside.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index + 1 >= call.ArgumentList.Arguments.Count)
                return null;
            parts.Add(TemplatePart.Of(Plain(template.Substring(last, hole.Start - last))));
            parts.Add(TemplatePart.Of(call.ArgumentList.Arguments[index + 1].Expression, inside.Substring(digits)));
            last = hole.End;
        }

        parts.Add(TemplatePart.Of(Plain(template.Substring(last))));
        return parts;
    }

    private static string Plain(string text) => text.Replace("{{", "{").Replace("}}", "}");
}
