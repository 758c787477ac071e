using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Rewriting;

/// <summary>Calls that compose text.</summary>
internal sealed partial class TextRewriter
{
    private ExpressionSyntax? RewriteCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax member)
            return null;
        return member.Name.Identifier.ValueText switch
        {
            "Format" => RewriteFormat(call, literal => literal.WithTriviaFrom(call)),
            "Concat" => RewriteConcat(call),
            "Join" => RewriteArguments(call),
            "Invariant" or "Create" => RewriteFormatted(call),
            "Append" or "AppendLine" or "AppendFormat" => RewriteAppend(call, member),
            _ => null,
        };
    }

    /// <summary>A format with its items replaced; arguments that no item needs go, and a format without items is its text.</summary>
    /// <param name="call">The call.</param>
    /// <param name="ofText">What stands for the call where only text is left.</param>
    private ExpressionSyntax? RewriteFormat(InvocationExpressionSyntax call, Func<ExpressionSyntax, ExpressionSyntax> ofText)
    {
        var arguments = call.ArgumentList.Arguments;
        var formatIndex = 0;
        while (formatIndex < arguments.Count && arguments[formatIndex].Expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression })
            formatIndex++;
        if (formatIndex > 1 || formatIndex == arguments.Count
            || arguments[formatIndex].Expression is not LiteralExpressionSyntax literal || LiteralDecoder.Decode(literal) is not { } format || FormatItems.Read(format) is not { } items)
        {
            return null;
        }

        if (items.Any(item => item.Text is null && TextEdits.IsExpression(edits.PlaceholderAt(item.Span))))
            return null;
        var numbers = new Dictionary<int, int>();
        foreach (var item in items.Where(item => item.Text is null && edits.PlaceholderAt(item.Span) is null))
        {
            if (!numbers.ContainsKey(item.Index))
                numbers.Add(item.Index, 0);
        }

        foreach (var (index, number) in numbers.Keys.OrderBy(index => index).Select((index, number) => (index, number)).ToList())
            numbers[index] = number;
        var isText = numbers.Count == 0;
        var replaced = items.Where(item => item.Text is null).ToDictionary(item => item.Span.Start, item => (item.Span, Written(item)));
        if (isText)
            return SingleBraces(literal, replaced) is { } text ? ofText(text) : null;
        if (RewriteLiteral(literal, replaced) is not { } newFormat)
            return null;
        var kept = arguments.Where((_, index) => index <= formatIndex || numbers.ContainsKey(index - formatIndex - 1))
            .Select((argument, index) => index == formatIndex ? argument.WithExpression(newFormat.WithTriviaFrom(argument.Expression)) : argument).ToList();
        return call.WithArgumentList(SyntaxFactory.ArgumentList(
            call.ArgumentList.OpenParenToken,
            SyntaxFactory.SeparatedList(kept, call.ArgumentList.Arguments.GetSeparators().Take(kept.Count - 1)),
            call.ArgumentList.CloseParenToken));

        string Written(FormatItem item)
        {
            if (edits.PlaceholderAt(item.Span) is { } placeholder)
                return isText ? placeholder : placeholder.Replace("{", "{{").Replace("}", "}}");
            return "{" + numbers[item.Index] + (item.Alignment is { } width ? "," + width : "") + (item.Format is { } specifier ? ":" + specifier : "") + "}";
        }
    }

    /// <summary>The literal of a format without items: doubled braces are single in plain text.</summary>
    private ExpressionSyntax? SingleBraces(LiteralExpressionSyntax literal, IReadOnlyDictionary<int, (Microsoft.CodeAnalysis.Text.TextSpan Span, string Text)> items)
    {
        var token = literal.Token;
        return SyntaxFactory.ParseExpression(edits.Apply(
            token.Text, token.SpanStart, token.SpanStart, token.Span.End, kept => kept.Replace("{{", "{").Replace("}}", "}"), items));
    }

    private ExpressionSyntax? RewriteConcat(InvocationExpressionSyntax call)
    {
        var operands = new List<Operand>();
        var plus = SyntaxFactory.Token(SyntaxKind.PlusToken);
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (Rewrite(argument.Expression) is not { } rewritten)
                return null;
            Append(operands, new Operand(rewritten, plus, edits.PlaceholderAt(Unwrapped(argument.Expression).Span) is not null, rewritten != argument.Expression));
        }

        return operands.Count == 1
            ? operands[0].Node.WithTriviaFrom(call)
            : call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
                operands.Select(operand => SyntaxFactory.Argument(operand.Node)),
                Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), operands.Count - 1))));
    }

    private ExpressionSyntax? RewriteArguments(InvocationExpressionSyntax call)
    {
        var result = call;
        for (var i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            var argument = call.ArgumentList.Arguments[i];
            if (Rewrite(argument.Expression) is not { } rewritten)
                return null;
            result = result.ReplaceNode(result.ArgumentList.Arguments[i].Expression, rewritten);
        }

        return result;
    }

    /// <summary><c>FormattableString.Invariant($"…")</c> and <c>string.Create(provider, $"…")</c>: without holes only the text is left.</summary>
    private ExpressionSyntax? RewriteFormatted(InvocationExpressionSyntax call)
    {
        var text = call.ArgumentList.Arguments.Last().Expression;
        var rewritten = Rewrite(text);
        return rewritten is LiteralExpressionSyntax ? rewritten.WithTriviaFrom(call) : rewritten is null ? null : call.ReplaceNode(text, rewritten);
    }

    /// <summary>A call on a string builder, and the calls before it in the chain.</summary>
    private ExpressionSyntax? RewriteAppend(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        var receiver = Rewrite(member.Expression);
        if (receiver is null)
            return null;
        // A call whose text is gone drops out of the chain that goes on behind it.
        if (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" } before } && receiver != member.Expression && IsEmptyAppend(receiver))
            receiver = before.Expression;
        var arguments = call.ArgumentList.Arguments;
        if (arguments.Count == 0 || !edits.Touches(call.ArgumentList.Span))
            return call.WithExpression(member.WithExpression(receiver));
        if (member.Name.Identifier.ValueText == "AppendFormat")
        {
            var formatted = RewriteFormat(call, text => call.WithExpression(member.WithName(SyntaxFactory.IdentifierName("Append"))).WithArgumentList(
                call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text)))));
            return formatted is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } rewrittenCall
                ? rewrittenCall.WithExpression(access.WithExpression(receiver))
                : null;
        }

        if (Rewrite(arguments[0].Expression) is not { } rewritten)
            return null;
        var result = call.WithExpression(member.WithExpression(receiver)).WithArgumentList(
            call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(arguments[0].WithExpression(rewritten))));
        return IsEmptyAppend(result) && receiver is InvocationExpressionSyntax ? receiver.WithTrailingTrivia(call.GetTrailingTrivia()) : result;
    }

    /// <summary>Whether a call appends nothing.</summary>
    public static bool IsEmptyAppend(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" }, ArgumentList.Arguments: { Count: 1 } arguments }
        && CSharpString.Of(arguments[0].Expression) is { IsEmpty: true };
}
