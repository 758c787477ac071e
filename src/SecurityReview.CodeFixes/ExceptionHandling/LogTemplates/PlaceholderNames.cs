using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling.LogTemplates;

/// <summary>Names for the placeholders of one template: in Pascal case, each once.</summary>
internal sealed class PlaceholderNames(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>A name for a value: of a member with what it is a member of, of a call with what it gets.</summary>
    public string For(ExpressionSyntax value) => FreeName.Like(Pascal(NameOf(value)) is { Length: > 0 } name ? name : "Value", _taken.Add);

    private static string NameOf(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        ThisExpressionSyntax or BaseExpressionSyntax => "",
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        CastExpressionSyntax cast => NameOf(cast.Expression),
        AwaitExpressionSyntax awaited => NameOf(awaited.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => NameOf(sure.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression } chosen => NameOf(chosen.Left),
        MemberAccessExpressionSyntax member => Joined(LastOf(member.Expression), member.Name.Identifier.ValueText),
        ConditionalAccessExpressionSyntax access => Joined(LastOf(access.Expression), NameOf(access.WhenNotNull)),
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => KeyOf(element.ArgumentList) ?? NameOf(element.Expression),
        InvocationExpressionSyntax call => OfCall(call),
        _ => "",
    };

    private static string OfCall(InvocationExpressionSyntax call)
    {
        var (receiver, method) = call.Expression switch
        {
            MemberAccessExpressionSyntax member => (member.Expression, member.Name.Identifier.ValueText),
            MemberBindingExpressionSyntax member => (null, member.Name.Identifier.ValueText),
            SimpleNameSyntax name => ((ExpressionSyntax?)null, name.Identifier.ValueText),
            _ => (null, ""),
        };
        var words = NameWords.Of(method).SkipWhile(static word => word is "Get" or "Read" or "Find" or "Load" or "Create" or "Build").TakeWhile(static word => word != "Async").ToList();
        // What is only written in another way keeps its name.
        if (receiver is not null && words.FirstOrDefault() is null or "To" or "Trim" or "Substring" or "Replace" or "As" or "Join" or "Configure" or "Or")
            return NameOf(receiver);
        return string.Concat(words);
    }

    private static string LastOf(ExpressionSyntax holder) => holder switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => NameOf(holder),
    };

    private static string? KeyOf(BracketedArgumentListSyntax list) =>
        list.Arguments is { Count: 1 } arguments && arguments[0].Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } key && key.Token.ValueText.All(static letter => letter < 128) ? key.Token.ValueText : null;

    /// <summary><c>user.UserName</c> is UserName, not UserUserName.</summary>
    private static string Joined(string holder, string member) =>
        member.StartsWith(Pascal(holder), StringComparison.Ordinal) ? member : Pascal(holder) + Pascal(member);

    private static string Pascal(string name)
    {
        var joined = string.Concat(NameWords.Of(name).Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return joined.Length > 0 && char.IsDigit(joined[0]) ? "" : joined;
    }
}
