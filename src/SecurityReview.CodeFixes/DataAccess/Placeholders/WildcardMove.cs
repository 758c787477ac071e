using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.DataAccess.Placeholders;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.DataAccess.Binding;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Placeholders;

/// <summary>Moves the wildcards around a placeholder into the value that is passed for it.</summary>
internal static class WildcardMove
{
    /// <summary>
    /// The change of the value; null where it is out of sight, is no text for certain (without a value the pattern would match everything), has a
    /// length that the wildcards would not fit, or is compared elsewhere too.
    /// </summary>
    public static TextChange? Plan(PlacedText text, MisplacedPlaceholder misplaced, ExpressionSyntax use, RepairContext context)
    {
        if (misplaced.Values.Length != 1 || misplaced.Values[0] is not { IsSized: false, Type.SpecialType: SpecialType.System_String, Value.Syntax: ExpressionSyntax value }
            || value.SyntaxTree != context.Root.SyntaxTree
            || Nullness.MayBeNull(value, context.Model, moves: false, context.CancellationToken))
        {
            return null;
        }

        if (misplaced.Interpolation is { } interpolation)
        {
            if (interpolation.AlignmentClause is not null || interpolation.FormatClause is not null)
                return null;
        }
        else if (IsMentionedElsewhere(text, misplaced, use) || IsPassedElsewhere(use, context))
        {
            return null;
        }

        if (!context.Pass.Claim(value))
            return null;
        return new TextChange(value.Span, NameOf(value) + Concatenation(misplaced, value));
    }

    /// <summary>Whether this text, or another one nearby, has the placeholder a second time.</summary>
    private static bool IsMentionedElsewhere(PlacedText text, MisplacedPlaceholder misplaced, ExpressionSyntax use)
    {
        if (Count(text.Text.Sql.Text, misplaced.Name) > 1)
            return true;
        if (misplaced.Name[0] == '{')
            return false;
        var body = LocalReferences.BodyOf(use);
        var written = text.Text.SourceOf(misplaced.Place.Start);
        return body.DescendantTokens()
            .Where(token => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
            // The name itself, where the parameter is added.
            .Where(token => token.ValueText.Length > misplaced.Name.Length && !(written is { } span && token.Span.Contains(span)))
            .Any(token => Count(token.ValueText, misplaced.Name) > 0);

        static int Count(string text, string name)
        {
            var count = 0;
            for (var i = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(name, i + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = i + name.Length;
                if (name[0] == '{' || end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_'))
                    count++;
            }

            return count;
        }
    }

    /// <summary>Whether a local with the text goes elsewhere too, with another value perhaps.</summary>
    private static bool IsPassedElsewhere(ExpressionSyntax use, RepairContext context) =>
        context.Model.GetSymbolInfo(use, context.CancellationToken).Symbol is ILocalSymbol local
        && LocalReferences.Of(local, LocalReferences.BodyOf(use), context.Model, context.CancellationToken)
            .Any(mention => mention != use && (mention.Parent is ArgumentSyntax or EqualsValueClauseSyntax || (mention.Parent is AssignmentExpressionSyntax assignment && assignment.Right == mention)));

    /// <summary>A member of an anonymous object that is named by its value keeps the name.</summary>
    private static string NameOf(ExpressionSyntax value) => value.Parent is not AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } ? "" : value switch
    {
        IdentifierNameSyntax name => name.Identifier.Text + " = ",
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text + " = ",
        _ => "",
    };

    private static string Concatenation(MisplacedPlaceholder misplaced, ExpressionSyntax value)
    {
        var text = value.ToString();
        var isSimple = value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax;
        var before = misplaced.Place.Before.Length == 0 ? "" : $"\"{misplaced.Place.Before}\" + ";
        var after = misplaced.Place.After.Length == 0 ? "" : $" + \"{misplaced.Place.After}\"";
        return before + (isSimple ? text : $"({text})") + after;
    }
}
