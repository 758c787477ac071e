using SecurityReview.EndToEnd.Tests.Infrastructure;
using SecurityReview.EndToEnd.Tests.Sample;

namespace SecurityReview.EndToEnd.Tests.Queries;

/// <summary>One run of <c>dotnet format</c> over a sample of queries: nearly all are repaired, do what they did, and let nobody in; the others are left alone.</summary>
[Collection(RepairsCollection.Name)]
public sealed class QueriesTests(RepairedQueries sample) : IClassFixture<RepairedQueries>
{
    /// <summary>All rows that begin a query, with those that have one more request for it.</summary>
    private IEnumerable<QueryRow> Repaired => sample.Rows.Where(row => !sample.NotRepaired.Contains(row.Query));

    [Fact]
    public async Task EveryQuery_IsReported()
    {
        var build = await sample.FirstBuildAsync();
        var expected = sample.Rows.Where(row => row.Rule.Length > 0).Select(row => $"{row.Query} {row.Rule}").Order(StringComparer.Ordinal).ToList();

        Assert.True(expected.Count >= 50, $"Only {expected.Count} queries.");
        Assert.Equal(expected, Finding.OursIn(build).Select(finding => $"{MemberAt(finding, sample.Original)} {finding.Rule}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task NearlyAll_AreRepaired()
    {
        var repaired = await sample.RepairedAsync();
        var left = Finding.OursIn(await sample.SecondBuildAsync()).Select(finding => MemberAt(finding, repaired)).Order(StringComparer.Ordinal).ToList();
        var all = sample.Rows.Count(row => row.Rule.Length > 0);

        Assert.Equal(sample.NotRepaired.Order(StringComparer.Ordinal), left);
        Assert.True(Repaired.Select(row => row.Shape).Distinct().Count() > 45, "The shapes are too few.");
        // 45 of 50.
        Assert.True(left.Count * 10 <= all, $"{left.Count} of {all} are left.");
    }

    [Fact]
    public async Task WhatIsNotRepaired_IsAsItWasWritten()
    {
        var repaired = await sample.RepairedAsync();
        foreach (var query in sample.NotRepaired)
        {
            var file = FileOf(query);
            Assert.Equal(new SourceMembers(sample.Original[file]).TextOf(query), new SourceMembers(repaired[file]).TextOf(query));
        }
    }

    [Fact]
    public async Task Repair_BringsNoNewWarning()
    {
        var before = Others(await sample.FirstBuildAsync());

        Assert.Equal(before, Others(await sample.SecondBuildAsync()));

        static IEnumerable<string> Others(ProcessResult build) =>
            Finding.AllIn(build).Where(finding => !finding.IsOurs).Select(finding => $"{finding.Rule} in {Path.GetFileName(finding.File)}").Order();
    }

    [Fact]
    public async Task Payloads_WorkBefore()
    {
        var before = await sample.AnswersBeforeAsync();

        AssertNone(sample.Rows.Where(row => before[(row.Request, row.Payload)] is not { IsServed: true } answer || !answer.Body.Contains(row.Shown, StringComparison.Ordinal))
            .Select(row => $"{row.Request}: {before[(row.Request, row.Payload)]}"));
    }

    [Fact]
    public async Task Payloads_AreWithoutEffectAfter()
    {
        var after = await sample.AnswersAfterAsync();

        AssertNone(Repaired.Where(row => after[(row.Request, row.Payload)] is var answer && ((row.TakesAnyText && !answer.IsServed) || answer.Body.Contains(row.Shown, StringComparison.Ordinal)))
            .Select(row => $"{row.Request}: {after[(row.Request, row.Payload)]}"));
    }

    [Fact]
    public async Task HonestRequests_AreAnsweredAlike()
    {
        var before = await sample.AnswersBeforeAsync();
        var after = await sample.AnswersAfterAsync();

        AssertNone(Repaired.SelectMany(row => row.HonestValues.Select(value => (row.Request, Value: value))).Where(key => before[key] != after[key])
            .Select(key => $"{key.Request} for '{key.Value}': {before[key]} became {after[key]}"));
        Assert.All(Repaired, row => Assert.Contains(row.HonestValues, value => after[(row.Request, value)].IsServed));
    }

    [Fact]
    public async Task TextsWithAQuote_AreFoundAfterOnly()
    {
        var before = await sample.AnswersBeforeAsync();
        var after = await sample.AnswersAfterAsync();
        var rows = Repaired.Where(row => row.TakesAnyText).ToList();

        AssertNone(rows.SelectMany(row => QueryRow.Quotes.Select(value => (row.Request, Value: value))).Where(key => before[key].IsServed || !after[key].IsServed)
            .Select(key => $"{key.Request} for '{key.Value}': {before[key]} became {after[key]}"));
        AssertNone(rows.GroupBy(row => row.Query).Where(requests => !requests.Any(row => QueryRow.Quotes.Any(value => after[(row.Request, value)] != after[(row.Request, "nobody")])))
            .Select(requests => $"{requests.Key} finds nothing with a quote."));
    }

    [Fact]
    public async Task WhatIsNotRepaired_IsAnsweredAlike()
    {
        var before = await sample.AnswersBeforeAsync();
        var after = await sample.AnswersAfterAsync();

        AssertNone(sample.Rows.Except(Repaired).SelectMany(row => row.Values.Select(value => (row.Request, Value: value))).Where(key => before[key] != after[key])
            .Select(key => $"{key.Request} for '{key.Value}': {before[key]} became {after[key]}"));
    }

    private string? MemberAt(Finding finding, FileSnapshot files)
    {
        var file = Path.GetRelativePath(sample.Folder, finding.File).Replace('\\', '/');
        return new SourceMembers(files[file]).At(finding.Line, finding.Column);
    }

    private string FileOf(string query) => sample.Original.Files.Single(file => file.EndsWith("/" + query.Split('.')[0] + ".cs", StringComparison.Ordinal));

    private static void AssertNone(IEnumerable<string> wrong)
    {
        var all = wrong.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all)}");
    }
}
