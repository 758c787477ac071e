using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.EscapedIdentity;

/// <summary>Objects that live as long as a request: its context with all that hangs on it, and the principal.</summary>
internal static class RequestObjects
{
    private static readonly HashSet<string> s_contexts = new(StringComparer.Ordinal)
    {
        "HttpContext", "HttpContextBase", "HttpRequest", "HttpRequestBase", "HttpResponse", "HttpResponseBase", "HubCallerContext", "ServerCallContext", "ControllerContext",
    };

    /// <summary>The names of the framework's types for the context of a request and its parts.</summary>
    public static IEnumerable<string> Contexts => s_contexts;

    /// <summary>Whether a type is the context of a request or a part of it.</summary>
    public static bool IsContext(ITypeSymbol? type) => type is INamedTypeSymbol && type.SelfAndBaseTypes().Any(static current => s_contexts.Contains(current.Name) && IsOfFramework(current));

    /// <summary>Whether a type is a context or a principal.</summary>
    public static bool Contains(ITypeSymbol? type) => IsContext(type) || CallerIdentity.IsPrincipal(type);

    /// <summary>
    /// Whether a value is of the request: the object itself, or one that is made of it; a principal that the program makes for itself is not.
    /// </summary>
    public static bool IsRequests(IOperation value)
    {
        var bare = value.Unwrap();
        if (bare is IAwaitOperation awaited)
            bare = awaited.Operation.Unwrap();
        return bare switch
        {
            IObjectCreationOperation creation => creation.DescendantsAndSelf().Any(part => !ReferenceEquals(part, creation) && part is IMemberReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation && Contains(part.Type)),
            ICoalesceOperation coalesce => IsRequests(coalesce.Value) || IsRequests(coalesce.WhenNull),
            IConditionalOperation { WhenFalse: { } otherwise } conditional => IsRequests(conditional.WhenTrue) || IsRequests(otherwise),
            IConditionalAccessOperation access => Contains(access.Type),
            IMemberReferenceOperation { Member.IsStatic: true, Member: var member } => Contains(bare.Type) && member.Name == "Current",
            IMemberReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation or IInvocationOperation => Contains(bare.Type),
            _ => false,
        };
    }

    private static bool IsOfFramework(ITypeSymbol type) =>
        type.ContainingNamespace is { } space && space.ToDisplayString() is var name && (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.Web", StringComparison.Ordinal) || name.StartsWith("Grpc", StringComparison.Ordinal));
}
