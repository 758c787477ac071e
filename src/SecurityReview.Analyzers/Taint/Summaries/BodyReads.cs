using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// The summaries that a body asks for while it is solved once. How many special ones it gets is counted here and nowhere else: it then depends on the body
/// alone, and not on what other questions have asked before.
/// </summary>
/// <param name="depth">How many special summaries lead to this body: one for a caller that knows something, two for what that one calls.</param>
internal sealed class BodyReads(int depth)
{
    /// <summary>In how many ways one body specialises a function before its calls share one summary.</summary>
    private const int MaxWays = 48;

    /// <summary>How deep special summaries lead to each other: a number that is counted down from call to call would make one for each.</summary>
    private const int MaxDepth = 6;

    private readonly HashSet<SummaryKey> _keys = new();
    private readonly Dictionary<ISymbol, int> _ways = new(SymbolEqualityComparer.Default);

    /// <summary>All of them, in no order.</summary>
    public ImmutableArray<SummaryKey> Keys => _keys.ToImmutableArray();

    /// <summary>Notes that a summary is read; null where no more special ones of the function are made.</summary>
    public SummaryKey? Read(IMethodSymbol function, Specialization? specialization)
    {
        var key = specialization is null ? new SummaryKey(function, "", 0) : new SummaryKey(function, specialization.Key, depth + 1);
        if (_keys.Contains(key))
            return key;
        if (specialization is not null && !MaySpecialize(function))
            return null;
        _keys.Add(key);
        return key;
    }

    private bool MaySpecialize(IMethodSymbol function)
    {
        _ways.TryGetValue(function, out var ways);
        if (depth >= MaxDepth || ways >= MaxWays)
            return false;
        _ways[function] = ways + 1;
        return true;
    }
}
