using SecurityReview.Analyzers.Taint.Solver;

namespace SecurityReview.Analyzers.Tests.Taint.Solver;

public class BlockWorklistTests
{
    [Fact]
    public void Blocks_ComeInTheirOrderAndOnce() => Assert.Equal([1, 2, 3], Order(new() { [0] = [3, 1, 2, 3] }));

    [Fact]
    public void WhatLeadsBack_WaitsForTheRestOfTheRound() => Assert.Equal([1, 2, 3, 4, 1], Order(new() { [0] = [1, 2, 3, 4], [2] = [1], [3] = [1], [4] = [1] }));

    [Fact]
    public void BlockThatLeadsToItself_WaitsToo() => Assert.Equal([1, 2, 1], Order(new() { [0] = [1], [1] = [2, 1] }));

    /// <summary>The order in which blocks are run that, the first time, add others.</summary>
    private static List<int> Order(Dictionary<int, int[]> added)
    {
        var (worklist, order) = (new BlockWorklist(), new List<int>());
        for (var block = (int?)0; block is not null; block = worklist.Next())
        {
            if (block != 0)
                order.Add(block.Value);
            if (added.Remove(block.Value, out var others))
                others.ToList().ForEach(worklist.Add);
        }

        return order;
    }
}
