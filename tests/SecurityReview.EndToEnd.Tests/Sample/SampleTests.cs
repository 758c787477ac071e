using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Sample;

/// <summary>The sample service is reviewed, repaired and put to the test again, as its README describes it.</summary>
[Collection(RepairsCollection.Name)]
public sealed class SampleTests(RepairedSample sample) : IClassFixture<RepairedSample>
{
    private IReadOnlyList<ReadmeRow> Expected => ReadmeRow.Under("Findings", sample.Readme);

    [Fact]
    public async Task Build_WarnsInEveryFamily()
    {
        var build = await sample.FirstBuildAsync();

        Assert.Equal(["SECR1", "SECR2", "SECR3", "SECR4", "SECR5"], Finding.OursIn(build).Select(finding => finding.Rule[..5]).Distinct().Order());
    }

    [Fact]
    public async Task Findings_AreThoseOfTheReadme()
    {
        var build = await sample.FirstBuildAsync();

        AssertSame(Expected, Finding.OursIn(build).Select(RowOf).OrderBy(ReadmeRow.Key), build.Output);
    }

    [Theory]
    [InlineData("Findings", 10)]
    [InlineData("Correct neighbours", 10)]
    public void Readme_NamesMembersThatExist(string heading, int atLeast)
    {
        var rows = ReadmeRow.Under(heading, sample.Readme);

        Assert.True(rows.Count >= atLeast, $"Only {rows.Count} rows under '{heading}'.");
        Assert.All(rows, row => Assert.Contains(row.Member, MembersOf(row.File).All));
    }

    [Fact]
    public void Readme_FindsEachRuleAtLeastTwice() =>
        Assert.All(Expected.GroupBy(row => row.Rule), rows => Assert.True(rows.Count() >= 2, $"{rows.Key} stands once in the sample."));

    [Fact]
    public async Task HarmTests_PassOnTheSampleAsItIs()
    {
        var run = await sample.HarmBeforeAsync();

        AssertNone(run.Others, run.Log);
        Assert.NotEmpty(run.Passed);
    }

    [Fact]
    public async Task HonestTests_PassOnTheSampleAsItIs()
    {
        var run = await sample.HonestBeforeAsync();

        AssertNone(run.Others, run.Log);
        Assert.NotEmpty(run.Passed);
    }

    [Fact]
    public async Task RepairedSample_BuildsWithoutFindings()
    {
        var build = await sample.SecondBuildAsync();

        AssertNone(Finding.OursIn(build), build.Output);
    }

    [Fact]
    public async Task RepairedSample_BringsNoNewCompilerWarning()
    {
        var before = Others(await sample.FirstBuildAsync());
        var build = await sample.SecondBuildAsync();

        AssertSame(before, Others(build), build.Output);

        static IEnumerable<string> Others(ProcessResult build) =>
            Finding.AllIn(build).Where(finding => !finding.IsOurs).Select(finding => $"{finding.Rule} in {Path.GetFileName(finding.File)}").Order();
    }

    [Fact]
    public async Task Repair_ChangesTheFilesWithFindingsAndNoOther()
    {
        var changes = sample.Original.ChangesTo(await sample.RepairedAsync());

        Assert.Equal(Expected.Select(row => "QuotaService/" + row.File).Distinct().Order(StringComparer.Ordinal), changes);
    }

    [Fact]
    public async Task HarmTests_FailOnTheRepairedSample()
    {
        var before = await sample.HarmBeforeAsync();
        var after = await sample.HarmAfterAsync();

        AssertNone(after.Passed, after.Log);
        AssertSame(before.Passed, after.Others, after.Log);
    }

    [Fact]
    public async Task HonestTests_PassOnTheRepairedSample()
    {
        var before = await sample.HonestBeforeAsync();
        var after = await sample.HonestAfterAsync();

        AssertNone(after.Others, after.Log);
        AssertSame(before.Passed, after.Passed, after.Log);
    }

    [Fact]
    public async Task SecondRepair_ChangesNothing() =>
        Assert.Empty((await sample.RepairedAsync()).ChangesTo(await sample.RepairedTwiceAsync()));

    private ReadmeRow RowOf(Finding finding)
    {
        var file = Path.GetRelativePath(sample.ServiceFolder, finding.File).Replace('\\', '/');
        return new ReadmeRow(file, MembersOf(file).At(finding.Line, finding.Column) ?? "outside a member", finding.Rule);
    }

    /// <summary>The members of a file as it was first built.</summary>
    private SourceMembers MembersOf(string file) => new(sample.Original["QuotaService/" + file]);

    private static void AssertNone<T>(IEnumerable<T> actual, string log) => AssertSame([], actual, log);

    /// <summary>Says what is missing and what is too much, and shows the log that the facts come from.</summary>
    private static void AssertSame<T>(IEnumerable<T> expected, IEnumerable<T> actual, string log)
    {
        var missing = expected.ToList();
        var extra = actual.Where(item => !missing.Remove(item)).ToList();
        Assert.True(
            missing.Count + extra.Count == 0,
            $"Missing:\n  {string.Join("\n  ", missing)}\nToo much:\n  {string.Join("\n  ", extra)}\n\n{log}");
    }
}
