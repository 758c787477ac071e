using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>The finished summaries of a compilation under one assumption, shared by all queries. What is not finished is never in it.</summary>
internal sealed class SummaryTable
{
    private readonly ConcurrentDictionary<SummaryKey, (Summary Summary, ImmutableArray<SummaryKey> Reads)> _summaries = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _count;
    private ImmutableHashSet<IMethodSymbol> _inLargeRecursions = ImmutableHashSet.Create<IMethodSymbol>(SymbolEqualityComparer.Default);

    /// <summary>The functions of the <see cref="LargeRecursions"/> that were found.</summary>
    public ImmutableHashSet<IMethodSymbol> InLargeRecursions => Volatile.Read(ref _inLargeRecursions);

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    public Summary? Find(SummaryKey key) => _summaries.TryGetValue(key, out var found) ? found.Summary : null;

    /// <summary>The summaries that went into one; empty where it is not there.</summary>
    public ImmutableArray<SummaryKey> ReadsOf(SummaryKey key) => _summaries.TryGetValue(key, out var found) ? found.Reads : ImmutableArray<SummaryKey>.Empty;

    /// <summary>Keeps the functions of large recursions, so that nobody has to find out again.</summary>
    public void Keep(ImmutableHashSet<IMethodSymbol> inLargeRecursions) =>
        ImmutableInterlocked.Update(ref _inLargeRecursions, static (known, found) => known.Union(found), inLargeRecursions);

    /// <summary>Waits until no other session solves many functions.</summary>
    /// <exception cref="OperationCanceledException">It is cancelled before it is its turn.</exception>
    public void BeginTurn(CancellationToken cancellation) => _turn.Wait(cancellation);

    /// <summary>Lets the next one.</summary>
    public void EndTurn() => _turn.Release();

    public void Publish(SummaryKey key, Summary summary, ImmutableArray<SummaryKey> reads)
    {
        if (_summaries.TryAdd(key, (summary, reads)))
            Interlocked.Increment(ref _count);
    }
}
