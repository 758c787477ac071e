using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>The finished summaries of a compilation under one assumption, shared by all queries. What is not finished is never in it.</summary>
internal sealed class SummaryTable
{
    private readonly ConcurrentDictionary<SummaryKey, (Summary Summary, ImmutableArray<SummaryKey> Reads)> _summaries = new();
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    public Summary? Find(SummaryKey key) => _summaries.TryGetValue(key, out var found) ? found.Summary : null;

    /// <summary>The summaries that went into one; empty where it is not there.</summary>
    public ImmutableArray<SummaryKey> ReadsOf(SummaryKey key) => _summaries.TryGetValue(key, out var found) ? found.Reads : ImmutableArray<SummaryKey>.Empty;

    public void Publish(SummaryKey key, Summary summary, ImmutableArray<SummaryKey> reads)
    {
        if (_summaries.TryAdd(key, (summary, reads)))
            Interlocked.Increment(ref _count);
    }
}
