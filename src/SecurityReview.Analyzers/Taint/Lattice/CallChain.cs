using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>
/// The calls through which an object was made, outermost first. The innermost ones are forgotten past a length, and of a recursion only the last round
/// is kept: two calls of a function in itself would otherwise make eight objects of one.
/// </summary>
internal sealed class CallChain : IEquatable<CallChain>
{
    private const int MaxLength = 3;

    private CallChain(SyntaxNode call, SyntaxNode? body, CallChain? inner)
    {
        Call = call;
        Body = body;
        Inner = inner;
    }

    public SyntaxNode Call { get; }

    public CallChain? Inner { get; }

    /// <summary>The function that the call stands in: a lambda is one of its own.</summary>
    private SyntaxNode? Body { get; }

    public static CallChain Prepend(SyntaxNode call, CallChain? inner)
    {
        var body = FunctionAround(call);
        var rest = inner;
        for (var earlier = inner; earlier is not null && body is not null; earlier = earlier.Inner)
        {
            if (ReferenceEquals(earlier.Body, body))
                rest = earlier.Inner;
        }

        return new CallChain(call, body, Cut(rest, MaxLength - 1));
    }

    public bool Equals(CallChain? other) => other is not null && ReferenceEquals(Call, other.Call) && Equals(Inner, other.Inner);

    public override bool Equals(object? obj) => Equals(obj as CallChain);

    public override int GetHashCode() => unchecked((Call.GetHashCode() * 397) ^ (Inner?.GetHashCode() ?? 0));

    private static SyntaxNode? FunctionAround(SyntaxNode call) =>
        call.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is { } function and not MemberDeclarationSyntax
            ? function
            : BodyDeclarations.Around(call);

    private static CallChain? Cut(CallChain? chain, int length) =>
        chain is null || length == 0 ? null : new CallChain(chain.Call, chain.Body, Cut(chain.Inner, length - 1));
}
