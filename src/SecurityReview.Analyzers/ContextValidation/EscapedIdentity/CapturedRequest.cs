using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.EscapedIdentity;

/// <summary>What a function reads of the request around it.</summary>
internal static class CapturedRequest
{
    /// <summary>The reads of a context or principal that the function has from outside, in source order.</summary>
    public static IEnumerable<IOperation> ReadsIn(IAnonymousFunctionOperation function) =>
        function.Body.DescendantsAndSelf().Where(operation => RequestObjects.Contains(operation.Type) && IsFromOutside(operation, function));

    /// <summary>The reads of the request that an own method makes after it has first let go: until its first <c>await</c> it runs within the request.</summary>
    public static bool ReadsLater(IMethodSymbol method, KnownTypes types, CancellationToken cancellation)
    {
        if (!method.IsAsync || Taint.Calls.BodyDeclarations.Of(method, cancellation) is not { } syntax || !method.HasSource() ||
            ForeignModels.Of(types.Compilation, syntax.SyntaxTree).GetOperation(syntax, cancellation) is not { } body)
        {
            return false;
        }

        var awaited = FunctionBody.Operations(body).OfType<IAwaitOperation>().Select(static operation => (int?)operation.Syntax.Span.End).Min();
        return awaited is { } end && FunctionBody.Operations(body).Any(operation =>
            operation.Syntax.SpanStart >= end && operation is IPropertyReferenceOperation { Instance: IInstanceReferenceOperation } && RequestObjects.Contains(operation.Type));
    }

    private static bool IsFromOutside(IOperation operation, IAnonymousFunctionOperation function) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => !local.DeclaringSyntaxReferences.Any(reference => function.Syntax.Span.Contains(reference.Span) && reference.SyntaxTree == function.Syntax.SyntaxTree),
        IParameterReferenceOperation { Parameter: var parameter } => !parameter.DeclaringSyntaxReferences.Any(reference => function.Syntax.Span.Contains(reference.Span)),
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation } => true,
        IMemberReferenceOperation { Instance: { Type.Name: "IHttpContextAccessor" or "HttpContextAccessor" }, Member.Name: "HttpContext" } => true,
        IMemberReferenceOperation { Member: { IsStatic: true, Name: "Current" } } => true,
        _ => false,
    };
}
