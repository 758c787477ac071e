namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>The choice of rows, on dimensions small enough to see through.</summary>
public class CoveringArrayTests
{
    [Fact]
    public void Rows_HoldEveryPair()
    {
        var rows = new CoveringArray([4, 3, 3, 2], (_, _, _, _) => true).Rows().ToList();

        Assert.Equal(12, rows.Select(row => (row[0], row[1])).Distinct().Count());
        Assert.Equal(9, rows.Select(row => (row[1], row[2])).Distinct().Count());
        Assert.Equal(6, rows.Select(row => (row[2], row[3])).Distinct().Count());
        Assert.Equal(8, rows.Select(row => (row[0], row[3])).Distinct().Count());
        Assert.InRange(rows.Count, 12, 16);
    }

    [Fact]
    public void PairThatDoesNotFit_IsInNoRow()
    {
        static bool Fit(int first, int value, int second, int other) => (first, value, second, other) is not ((0, 1, 2, 1) or (2, 1, 0, 1));
        var rows = new CoveringArray([2, 2, 2], Fit).Rows().ToList();

        Assert.DoesNotContain(rows, row => row[0] == 1 && row[2] == 1);
        Assert.Equal(3, rows.Select(row => (row[0], row[2])).Distinct().Count());
    }

    [Fact]
    public void Rows_AreTheSameEveryTime()
    {
        static IEnumerable<int[]> Rows() => new CoveringArray([5, 4, 3], (_, _, _, _) => true).Rows();

        Assert.Equal(Rows(), Rows());
    }
}
