using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.ExceptionHandling.Secrets;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Takes a secret out of a text: the hole of an interpolation, the end of a sum, an argument with its placeholder.</summary>
internal static class SecretRemoval
{
    /// <summary>The edit; null where the text would be nothing without it, or where it is not certain what belongs to it.</summary>
    public static Action<SyntaxEditor>? For(RepairContext context)
    {
        context.Diagnostic.Properties.TryGetValue(SecretFacts.Place, out var span);
        if (SpanList.NodesAt<ExpressionSyntax>(context.Root, span).FirstOrDefault() is not { } place)
            return null;
        return place.Parent switch
        {
            InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } hole => OfHole(hole, text, context),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when sum.Right == place => OfSum(sum, context),
            ArgumentSyntax argument => OfArgument(argument, context),
            _ => null,
        };
    }

    private static Action<SyntaxEditor>? OfHole(InterpolationSyntax hole, InterpolatedStringExpressionSyntax text, RepairContext context)
    {
        if (text.StringStartToken.Text != "$\"" || !context.Pass.Claim(text))
            return null;
        var at = text.Contents.IndexOf(hole);
        var (before, after) = HoleText.Without(TextAt(at - 1), TextAt(at + 1));
        var contents = text.Contents.Take(at).Where((_, index) => index != at - 1 || TextAt(at - 1).Length == 0)
            .Concat(TextOf(before + after)).Concat(text.Contents.Skip(at + 1).Where((_, index) => index != 0 || TextAt(at + 1).Length == 0)).ToList();
        if (contents.Count == 0)
            return null;
        ExpressionSyntax replacement = contents.All(static part => part is InterpolatedStringTextSyntax)
            ? SyntaxFactory.ParseExpression("\"" + string.Concat(contents).Replace("{{", "{").Replace("}}", "}") + "\"")
            : text.WithContents(SyntaxFactory.List(contents));
        return editor => editor.ReplaceNode(text, replacement.WithTriviaFrom(text));

        string TextAt(int index) => (text.Contents.ElementAtOrDefault(index) as InterpolatedStringTextSyntax)?.TextToken.Text ?? "";
    }

    private static IEnumerable<InterpolatedStringContentSyntax> TextOf(string text)
    {
        if (text.Length > 0)
            yield return SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default));
    }

    /// <summary><c>"The key is " + key</c>.</summary>
    private static Action<SyntaxEditor>? OfSum(BinaryExpressionSyntax sum, RepairContext context)
    {
        if (!context.Pass.Claim(sum))
            return null;
        var left = sum.Left;
        if (left is LiteralExpressionSyntax { Token.Text: var token } && IsPlain(left))
        {
            var (before, _) = HoleText.Without(token.Substring(1, token.Length - 2), "");
            if (before.Length == 0)
                return null;
            left = SyntaxFactory.ParseExpression("\"" + before + "\"");
        }

        return editor => editor.ReplaceNode(sum, left.WithTriviaFrom(sum));
    }

    /// <summary>An argument of a log call, with its placeholder in the template.</summary>
    private static Action<SyntaxEditor>? OfArgument(ArgumentSyntax argument, RepairContext context)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list || context.Model.GetOperation(call, context.CancellationToken) is not IInvocationOperation operation ||
            LogCalls.In(KnownTypes.Of(context.Model.Compilation), context.Document.Project.AnalyzerOptions, context.CancellationToken).Of(operation) is not { Template: { Syntax: LiteralExpressionSyntax template } written } log || !IsPlain(template))
        {
            return null;
        }

        var text = template.Token.ValueText;
        var holes = TemplateHoles.Of(text);
        var values = log.Values.SkipWhile(value => !ReferenceEquals(value, written)).Skip(1).ToList();
        var index = values.FindIndex(value => value.Syntax.Span == argument.Expression.Span);
        if (index < 0 || holes.Length != values.Count || holes.Any(hole => char.IsDigit(text[hole.Start + 1])) || !context.Pass.Claim(call))
            return null;
        var hole = holes[index];
        var (before, after) = HoleText.Without(text.Substring(0, hole.Start), text.Substring(hole.End));
        if (before.Length + after.Length == 0)
            return null;
        var shorter = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(before + after)).WithTriviaFrom(template);
        return editor =>
        {
            editor.ReplaceNode(template, shorter);
            editor.ReplaceNode(list, (current, _) =>
            {
                var arguments = (ArgumentListSyntax)current;
                return arguments.WithArguments(arguments.Arguments.RemoveAt(list.Arguments.IndexOf(argument)));
            });
        };
    }

    /// <summary>Whether a literal holds what it says, without escapes.</summary>
    private static bool IsPlain(ExpressionSyntax literal) => literal is LiteralExpressionSyntax { Token: var token } && token.Text == "\"" + token.ValueText + "\"";
}
