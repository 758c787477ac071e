using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Tests.Taint.Summaries;

/// <summary>In which order functions are solved that wait for it.</summary>
public class PendingSummaryTests
{
    [Fact]
    public void WhatWasNeverSolved_ComesFirst_TheNewestBeforeAll() => Assert.Equal([3, 1, 2, 0], InOrder((0, 7), (1, null), (2, 4), (3, null)));

    /// <summary>The one that was asked for first and solved last calls the others: solved before them it would be solved once more for each.</summary>
    [Fact]
    public void WhatCallsOthers_ComesAfterThem() => Assert.Equal([2, 1, 3, 0], InOrder((0, 3), (1, 1), (2, 0), (3, 2)));

    private static IEnumerable<int> InOrder(params (int Asked, int? Finished)[] entries)
    {
        var asked = entries.ToDictionary(entry => new PendingSummary(default, null, entry.Asked) { Finished = entry.Finished }, entry => entry.Asked);
        return new SortedSet<PendingSummary>(asked.Keys, PendingSummary.InOrder).Select(entry => asked[entry]);
    }
}
