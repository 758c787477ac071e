using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Whether what is declared about an endpoint settles who may have the object: a privilege, a check of the program's own, or that all may read.</summary>
internal sealed class EndpointProtection(KnownTypes types)
{
    private static readonly HashSet<string> s_filters = new(StringComparer.Ordinal) { "OnActionExecuting", "OnActionExecutionAsync", "OnPageHandlerExecuting", "OnPageHandlerExecutionAsync" };

    private readonly EndpointAuthorization _authorization = EndpointAuthorization.Of(types);
    private readonly CheckMethods _checks = CheckMethods.Of(types);

    /// <summary>Whether the endpoint needs no check of its own.</summary>
    /// <param name="reads">Whether the object is only read.</param>
    public bool Lets(IMethodSymbol endpoint, bool reads, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (Settles(endpoint, vocabulary) || (reads && IsOpen(endpoint)))
            return true;
        return endpoint.MethodKind == MethodKind.Ordinary && endpoint.ContainingType.SelfAndBaseTypes().SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
            .Any(method => s_filters.Contains(method.Name) && method.HasSource() && _checks.Contains(method, vocabulary, cancellation));
    }

    /// <summary>Whether only callers with a privilege get in, or code of the program decides.</summary>
    public bool Settles(IMethodSymbol endpoint, OwnershipVocabulary vocabulary)
    {
        var applied = _authorization.For(endpoint);
        return applied.IsPrivileged(vocabulary.PrivilegedRoles) || applied.HasOwnCheck;
    }

    /// <summary>Whether only signed-in callers reach an endpoint; where nothing tells, code that asks who calls takes it for granted.</summary>
    public bool IsForSignedIn(FunctionScope endpoint, OwnershipVocabulary vocabulary)
    {
        if (endpoint.Function is not { } function || _authorization.For(function) is not { Kind: not AuthorizationKind.Anonymous } applied)
            return false;
        return applied.IsAuthenticated || endpoint.Body.DescendantsAndSelf().Any(operation => CallerIdentity.IsPrincipal(operation.Type) || CallerIdentity.Read(operation, vocabulary) is not null);
    }

    /// <summary>Said to be open, or left open beside others of its type that are not.</summary>
    private bool IsOpen(IMethodSymbol endpoint) => _authorization.For(endpoint).Kind switch
    {
        AuthorizationKind.Anonymous => true,
        AuthorizationKind.None => endpoint.MethodKind == MethodKind.Ordinary && endpoint.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Any(static sibling => sibling.GetAttributes().Any(static data => data.AttributeClass?.Name == "AuthorizeAttribute")),
        _ => false,
    };
}
