using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>The function that stands for an operation when it is asked who may reach it: an endpoint, or one that others call.</summary>
/// <param name="Body">Its code, with the lambdas in it.</param>
/// <param name="Function">Its symbol; null where the code is no function's.</param>
/// <param name="Endpoint">How a remote caller reaches it; null where only other code does.</param>
/// <param name="Member">The member that it stands in.</param>
internal sealed record FunctionScope(IOperation Body, IMethodSymbol? Function, EndpointKind? Endpoint, ISymbol Member)
{
    /// <summary>The innermost endpoint or named function around an operation: a lambda that is handed on runs as a part of what is around it.</summary>
    public static FunctionScope Around(IOperation operation, ISymbol member, EntryPoints endpoints)
    {
        for (var body = FunctionBody.Of(operation); ; body = FunctionBody.Of(body.Parent))
        {
            var function = FunctionBody.SymbolOf(body, member);
            var endpoint = function is null ? null : endpoints.KindOf(function);
            if (endpoint is not null || body is ILocalFunctionOperation || body.Parent is null)
                return new FunctionScope(body, function, endpoint, member);
        }
    }
}
