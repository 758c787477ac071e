using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>
/// Whether a body can hold an exception at all, by its tokens: it catches, or some name in it speaks of one. The test before any flow is
/// solved, asked once per body.
/// </summary>
internal sealed class ExceptionMentions
{
    private readonly ConditionalWeakTable<SyntaxNode, StrongBox<bool>> _verdicts = new();

    public bool MayHaveException(IOperation operation, CancellationToken cancellation)
    {
        var body = operation.Syntax;
        foreach (var ancestor in operation.Syntax.Ancestors())
        {
            body = ancestor;
            if (ancestor is MemberDeclarationSyntax)
                break;
        }

        if (body is GlobalStatementSyntax { Parent: { } unit })
            body = unit;
        cancellation.ThrowIfCancellationRequested();
        return _verdicts.GetValue(body, static node => new StrongBox<bool>(node.DescendantTokens().Any(Mentions))).Value;
    }

    private static bool Mentions(SyntaxToken token) =>
        token.IsKind(SyntaxKind.CatchKeyword) || (token.IsKind(SyntaxKind.IdentifierToken) && SpeaksOfException(token.ValueText));

    private static bool SpeaksOfException(string name) =>
        name.IndexOf("exception", StringComparison.OrdinalIgnoreCase) >= 0 || name is "ex" or "exc" or "err" or "error" or "Error" or "fault" or "Fault";
}
