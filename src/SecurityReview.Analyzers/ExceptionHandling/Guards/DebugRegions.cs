using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ExceptionHandling.Guards;

/// <summary>Code that only a debug build compiles: between <c>#if DEBUG</c> and its end, or in the <c>#else</c> of <c>#if RELEASE</c>.</summary>
internal static class DebugRegions
{
    public static bool Contains(Location location, CancellationToken cancellation)
    {
        if (location.SourceTree is not { } tree || tree.GetRoot(cancellation) is not CSharpSyntaxNode { ContainsDirectives: true } root)
            return false;
        var open = new Stack<bool>();
        for (var directive = root.GetFirstDirective(); directive is not null && directive.SpanStart < location.SourceSpan.Start; directive = directive.GetNextDirective())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (directive)
            {
                case IfDirectiveTriviaSyntax @if:
                    open.Push(IsDebug(@if.Condition) == true);
                    break;
                case ElifDirectiveTriviaSyntax elif when open.Count > 0:
                    open.Pop();
                    open.Push(IsDebug(elif.Condition) == true);
                    break;
                case ElseDirectiveTriviaSyntax @else when open.Count > 0:
                    open.Pop();
                    open.Push(@else.GetRelatedDirectives().OfType<IfDirectiveTriviaSyntax>().FirstOrDefault() is { } related && IsDebug(related.Condition) == false);
                    break;
                case EndIfDirectiveTriviaSyntax when open.Count > 0:
                    open.Pop();
                    break;
            }
        }

        return open.Any(isDebug => isDebug);
    }

    /// <summary>Whether a condition holds in debug builds only (true), in others only (false), or neither (null).</summary>
    private static bool? IsDebug(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsDebug(parenthesized.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => !IsDebug(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } and => IsDebug(and.Left) ?? IsDebug(and.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or => IsDebug(or.Left) == IsDebug(or.Right) ? IsDebug(or.Left) : null,
        IdentifierNameSyntax { Identifier.ValueText: "DEBUG" or "DEVELOPMENT" or "DEV" } => true,
        IdentifierNameSyntax { Identifier.ValueText: "RELEASE" or "PRODUCTION" } => false,
        _ => null,
    };
}
