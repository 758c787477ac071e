using System.Globalization;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>The generated programs are as many and as mixed as is claimed.</summary>
public class CombinationTests
{
    /// <summary>The pairs of programs that there are at least.</summary>
    private const int Pairs = 400;

    [Fact]
    public void EveryTwoValuesThatFit_AreInACombination()
    {
        var together = Combinations.All.SelectMany(combination => PairsOf(combination.Values)).ToHashSet();
        var missing =
            from first in Enumerable.Range(0, Combinations.Dimensions.Length)
            from second in Enumerable.Range(first + 1, Combinations.Dimensions.Length - first - 1)
            from value in Combinations.Dimensions[first]
            from other in Combinations.Dimensions[second]
            where Combinations.Fit(value, other) && !together.Contains((value, other))
            select $"{value} with {other}";

        Assert.Empty(missing);
    }

    [Fact]
    public void EveryCombination_Fits() =>
        Assert.All(Combinations.All.SelectMany(combination => PairsOf(combination.Values)), pair => Assert.True(Combinations.Fit(pair.Value, pair.Other)));

    /// <summary>So what is excluded is a good twin that could not be safe, never a flow.</summary>
    [Fact]
    public void OnlyReasons_DoNotFit()
    {
        var reasons = Combinations.Dimensions[^1];
        var flows = Combinations.Dimensions.Take(Combinations.Dimensions.Length - 1).SelectMany(values => values).ToList();

        Assert.All(flows.SelectMany(_ => flows, (value, other) => (value, other)), pair => Assert.True(Combinations.Fit(pair.value, pair.other)));
        Assert.All(flows, value => Assert.True(reasons.Count(reason => Combinations.Fit(value, reason)) > reasons.Length / 2, value.Name));
    }

    [Fact]
    public void Combinations_AreManyAndDifferent()
    {
        Assert.True(Combinations.All.Length >= Pairs, string.Create(CultureInfo.InvariantCulture, $"{Combinations.All.Length} of {Pairs}"));
        Assert.Equal(Combinations.All.Length, Combinations.All.DistinctBy(combination => combination.Name).Count());
        Assert.All(Combinations.Dimensions, values => Assert.Equal(values.Length, values.DistinctBy(value => value.Name).Count()));
    }

    [Fact]
    public void Twins_DifferInTheMarksAndShareTheShape()
    {
        foreach (var program in GeneratedPrograms.All)
        {
            Assert.Single(program.Bad.Marked);
            Assert.Empty(program.Good.Marked);
            Assert.Equal(program.Bad.Files.Length, program.Good.Files.Length);
            Assert.NotEqual(Statements(program.Bad), Statements(program.Good));
        }
    }

    private static IEnumerable<(DimensionValue Value, DimensionValue Other)> PairsOf(DimensionValue[] values) =>
        values.SelectMany((value, index) => values.Skip(index + 1), (value, other) => (value, other));

    /// <summary>The lines of a twin without comments.</summary>
    private static List<string> Statements(FlowTwin twin) =>
        [.. twin.Files.SelectMany(file => file.Split('\n')).Select(line => line.Split("//")[0].Trim()).Where(line => line.Length > 0)];
}
