using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>
/// The handlers that a mediator or message bus leads a request to, known by their shape: a class that implements a generic interface for the
/// request's type and has a method named as handlers are, with the request as its first parameter. One per compilation.
/// </summary>
internal sealed class RequestHandlers
{
    private static readonly string[] s_handlerNames = ["Handle", "HandleAsync", "Execute", "ExecuteAsync", "Consume", "Process", "ProcessAsync"];

    private static readonly string[] s_senderNames = ["Send", "Publish", "Dispatch", "Execute", "Query", "Ask", "Request", "Handle", "Invoke", "Notify", "Raise", "Enqueue", "Process"];

    private readonly CallTargets _targets;
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<IMethodSymbol>> _handlers = new(SymbolEqualityComparer.Default);

    private RequestHandlers(KnownTypes types) => _targets = CallTargets.Of(types);

    public static RequestHandlers Of(KnownTypes types) => types.Fact(static key => new RequestHandlers(key));

    /// <summary>Whether a method is named like one that hands a request to its handler.</summary>
    public static bool IsSender(IMethodSymbol method) =>
        s_senderNames.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal)) && method.MethodKind == MethodKind.Ordinary;

    /// <summary>Whether a method with code is written for just this request: its code says where the request goes.</summary>
    public static bool Takes(IMethodSymbol method, IParameterSymbol? parameter, ITypeSymbol request) =>
        FunctionBodies.HasCode(method.OriginalDefinition) && SymbolEqualityComparer.Default.Equals(parameter?.OriginalDefinition.Type, request);

    /// <summary>The handlers of a type of requests.</summary>
    public ImmutableArray<IMethodSymbol> For(ITypeSymbol request, CancellationToken cancellation)
    {
        if (request is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } || request.DeclaringSyntaxReferences.IsEmpty)
            return ImmutableArray<IMethodSymbol>.Empty;
        if (_handlers.TryGetValue(request, out var known))
            return known;
        var found = s_handlerNames.SelectMany(name => _targets.DeclaredMethods(name, cancellation)).Where(method => Handles(method, request)).ToImmutableArray();
        return _handlers.GetOrAdd(request, found);
    }

    /// <summary>Whether a method has the shape of a handler of its first parameter.</summary>
    public static bool IsHandler(IMethodSymbol method) => s_handlerNames.Contains(method.Name) && method.Parameters.Length > 0 && Handles(method, method.Parameters[0].Type);

    private static bool Handles(IMethodSymbol method, ITypeSymbol request) =>
        method.Parameters.Length > 0 && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, request) && FunctionBodies.HasCode(method) &&
        method.ContainingType.AllInterfaces.Any(implemented => implemented.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument, request)));
}
