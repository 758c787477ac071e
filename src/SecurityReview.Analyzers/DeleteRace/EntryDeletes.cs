using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>
/// Deletes of one entry of a key-value store. Where the store is a cache, an entry that was not there is no news: only a method that says by its name that it deletes a thing is taken to care.
/// </summary>
internal static class EntryDeletes
{
    private static readonly HashSet<string> s_caches = new(StringComparer.OrdinalIgnoreCase)
    {
        "Cache", "Caching", "Cached", "Lock", "Locks", "Mutex", "Session", "Sessions", "Lease", "Temp", "Memo", "Throttle", "Limiter", "Counter", "Presence", "Connection",
    };

    /// <summary>What a call deletes; null where it may be an entry of a cache, or many entries.</summary>
    public static DeleteScope? Read(IInvocationOperation call, DeleteApi api)
    {
        if (call.ArgumentFor(api.Target) is not { Value: { Type: not IArrayTypeSymbol } key } || FunctionBody.Of(call) is IAnonymousFunctionOperation || call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is not IMethodSymbol function)
            return null;
        var words = NameWords.Of(function.Name);
        if (words.FirstOrDefault() is not ("Delete" or "Remove") || words.Concat(NameWords.Of(function.ContainingType?.Name ?? "")).Concat(NameWords.Of(key.Syntax.ToString())).Any(s_caches.Contains))
            return null;
        return new DeleteScope(key.Syntax.ToString(), IsSingleRow: true) { Values = ImmutableDictionary<string, string>.Empty.Add("Key", ValueText.Of(key)) };
    }
}
