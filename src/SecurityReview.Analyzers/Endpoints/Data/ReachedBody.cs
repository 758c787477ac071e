using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Endpoints.Data;

/// <summary>A function that other code leads to, with its code.</summary>
/// <param name="Function">The function.</param>
/// <param name="Body">Its code.</param>
/// <param name="Arguments">What its type parameters stand for on the way, by their names.</param>
internal sealed record ReachedBody(IMethodSymbol Function, IOperation Body, ImmutableDictionary<string, ITypeSymbol> Arguments)
{
    /// <summary>What a type is here: for a type parameter that which it stands for.</summary>
    public ITypeSymbol Resolve(ITypeSymbol type) => type is ITypeParameterSymbol && Arguments.TryGetValue(type.Name, out var given) ? given : type;
}
