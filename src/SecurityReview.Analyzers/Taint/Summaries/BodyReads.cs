using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// The summaries that a body asks for while it is solved once. How many special ones it gets is counted here and nowhere else: it then depends on the body
/// alone, and not on what other questions have asked before.
/// </summary>
/// <param name="body">What the summary of the body is made for; null for all callers.</param>
/// <param name="depth">The <see cref="SummaryKey.Depth"/> of that summary.</param>
/// <param name="isWritten">Whether a constant is written in the body.</param>
/// <param name="sharesRecursion">Whether a function is part of a large recursion that the body is part of too.</param>
internal sealed class BodyReads(Specialization? body, int depth, Func<object?, bool> isWritten, Func<IMethodSymbol, bool> sharesRecursion)
{
    /// <summary>In how many ways one body specialises a function before its calls share one summary.</summary>
    private const int MaxWays = 48;

    /// <summary>How often special summaries that lead to each other make new constants: a number that is counted down from call to call would make one for each.</summary>
    private const int MaxDepth = 6;

    /// <summary>Nothing was read.</summary>
    public static readonly BodyReads None = new(null, 0, static _ => false, static _ => false);

    private readonly HashSet<SummaryKey> _keys = new();
    private readonly Dictionary<ISymbol, int> _ways = new(SymbolEqualityComparer.Default);

    /// <summary>All of them, in no order.</summary>
    public ImmutableArray<SummaryKey> Keys => _keys.ToImmutableArray();

    /// <summary>Notes that a summary is read; null where no more special ones of the function are made.</summary>
    public SummaryKey? Read(IMethodSymbol function, Specialization? specialization)
    {
        var key = new SummaryKey(function, specialization?.Key ?? "", specialization is null ? 0 : specialization.MakesConstants(body, isWritten) ? depth + 1 : depth);
        if (_keys.Contains(key))
            return key;
        if (specialization is not null && (key.Depth > MaxDepth || sharesRecursion(function) || !MaySpecialize(function)))
            return null;
        _keys.Add(key);
        return key;
    }

    private bool MaySpecialize(IMethodSymbol function)
    {
        _ways.TryGetValue(function, out var ways);
        if (ways >= MaxWays)
            return false;
        _ways[function] = ways + 1;
        return true;
    }
}
