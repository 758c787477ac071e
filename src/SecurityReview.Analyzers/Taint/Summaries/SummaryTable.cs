using System.Collections.Concurrent;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>The finished summaries of a compilation under one assumption, shared by all queries. What is not finished is never in it.</summary>
internal sealed class SummaryTable
{
    private readonly ConcurrentDictionary<SummaryKey, Summary> _summaries = new();

    public Summary? Find(SummaryKey key) => _summaries.TryGetValue(key, out var summary) ? summary : null;

    public void Publish(SummaryKey key, Summary summary) => _summaries.TryAdd(key, summary);
}
