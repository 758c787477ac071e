namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>
/// Chooses rows of one value per dimension so that every two values of different dimensions that fit stand together in a row.
/// Greedy, without chance: the same dimensions always give the same rows.
/// </summary>
/// <param name="sizes">How many values each dimension has.</param>
/// <param name="fit">Whether a value of one dimension and a value of another may stand in one row.</param>
internal sealed class CoveringArray(int[] sizes, Func<int, int, int, int, bool> fit)
{
    private const int Open = -1;

    /// <summary>How many rows hold a pair.</summary>
    private readonly Dictionary<(int Dimension, int Value, int Other, int OtherValue), int> _uses = [];

    public IEnumerable<int[]> Rows()
    {
        foreach (var pair in Pairs())
        {
            if (_uses.ContainsKey(pair))
                continue;
            var row = Complete(pair);
            Keep(row);
            yield return row;
        }
    }

    private IEnumerable<(int Dimension, int Value, int Other, int OtherValue)> Pairs()
    {
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            for (var other = dimension + 1; other < sizes.Length; other++)
            {
                for (var value = 0; value < sizes[dimension]; value++)
                {
                    for (var otherValue = 0; otherValue < sizes[other]; otherValue++)
                    {
                        if (fit(dimension, value, other, otherValue))
                            yield return (dimension, value, other, otherValue);
                    }
                }
            }
        }
    }

    /// <summary>
    /// A row with a pair, filled with the values that cover most; among equal ones with those that stood least often beside the others, so that
    /// no two dimensions go together more than they must.
    /// </summary>
    private int[] Complete((int Dimension, int Value, int Other, int OtherValue) pair)
    {
        var row = Enumerable.Repeat(Open, sizes.Length).ToArray();
        (row[pair.Dimension], row[pair.Other]) = (pair.Value, pair.OtherValue);
        foreach (var dimension in Enumerable.Range(0, sizes.Length).Where(item => row[item] == Open).OrderByDescending(item => sizes[item]))
        {
            row[dimension] = Enumerable.Range(0, sizes[dimension])
                .Where(value => Others(row, dimension).All(other => fit(dimension, value, other, row[other])))
                .OrderByDescending(value => Others(row, dimension).Count(other => Uses(dimension, value, other, row[other]) == 0))
                .ThenBy(value => Others(row, dimension).Sum(other => Weight(dimension, other) * Uses(dimension, value, other, row[other])))
                .First();
        }

        return row;
    }

    private void Keep(int[] row)
    {
        for (var dimension = 0; dimension < row.Length; dimension++)
        {
            foreach (var other in Others(row, dimension).Where(other => other > dimension))
                _uses[(dimension, row[dimension], other, row[other])] = Uses(dimension, row[dimension], other, row[other]) + 1;
        }
    }

    private static IEnumerable<int> Others(int[] row, int dimension) => Enumerable.Range(0, row.Length).Where(other => other != dimension && row[other] != Open);

    /// <summary>A pair of two small dimensions stands in many rows anyway, so one more counts for less.</summary>
    private int Weight(int dimension, int other) => sizes[dimension] * sizes[other];

    private int Uses(int dimension, int value, int other, int otherValue) =>
        _uses.GetValueOrDefault(dimension < other ? (dimension, value, other, otherValue) : (other, otherValue, dimension, value));
}
