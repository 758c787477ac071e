namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Truth;

/// <summary>
/// The marks are the truth: the programs are run, with a source and a sink that need no server and no database, and what the caller chose arrives in
/// the text of every bad twin and in none of a good one.
/// </summary>
public class TruthTests
{
    [Fact]
    public void BadTwins_AreInjectable()
    {
        var twins = Combinations.All.Select(combination => Probe.Of(combination).Bad).ToList();
        var programs = new ProbedPrograms(twins);

        Assert.All(twins.Index(), twin => Assert.True(programs.IsInjectable(twin.Index), twin.Item.Name));
    }

    [Fact]
    public void GoodTwins_AreNot()
    {
        var twins = Combinations.All.Select(combination => Probe.Of(combination).Good).ToList();
        var programs = new ProbedPrograms(twins);

        Assert.All(twins.Index(), twin => Assert.False(programs.IsInjectable(twin.Index), twin.Item.Name));
    }
}
