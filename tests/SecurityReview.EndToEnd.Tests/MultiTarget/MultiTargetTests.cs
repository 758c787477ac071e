using System.Text.RegularExpressions;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.MultiTarget;

/// <summary>
/// Files that several targets and projects compile are repaired once, to a text that is right for all of them, also where what is found
/// depends on the target, and where the finding that the formatter asks about first has no repair.
/// </summary>
[Collection(BuildsCollection.Name)]
public sealed class MultiTargetTests(RepairedShop shop) : IClassFixture<RepairedShop>
{
    private static readonly string[] s_targets = ["Legacy.csproj net48", "Legacy.csproj net8.0", "Modern.csproj"];

    [Theory]
    [InlineData("SECR1001")]
    [InlineData("SECR4001")]
    [InlineData("SECR5001")]
    public async Task Build_ReportsInEveryTarget(string rule)
    {
        var build = await shop.FirstBuildAsync();

        Assert.Equal(s_targets, FindingsOf(build, rule).Select(finding => finding.Project).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SECR1001")]
    [InlineData("SECR4001")]
    [InlineData("SECR5001")]
    public async Task Build_ReportsDifferentPlacesInDifferentTargets(string rule)
    {
        var places = FindingsOf(await shop.FirstBuildAsync(), rule)
            .ToLookup(finding => finding.Project, finding => (finding.File, finding.Line));

        Assert.NotEqual(places["Legacy.csproj net48"], places["Legacy.csproj net8.0"]);
    }

    [Fact]
    public async Task RepairedFiles_CompileForEveryTarget() => (await shop.SecondBuildAsync()).ExitsWith(0);

    [Fact]
    public async Task RepairedFiles_HaveNoFindingButThoseWithoutRepair()
    {
        var build = (await shop.SecondBuildAsync()).ExitsWith(0);

        var left = Finding.OursIn(build).Select(finding => $"{finding.Rule} in {Path.GetFileName(finding.File)} of {finding.Project}").Order(StringComparer.Ordinal);
        var expected = RepairedShop.ArchivedYears.SelectMany(year => s_targets.Select(target => $"SECR1001 in Archive{year}.cs of {target}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), left);
    }

    [Theory]
    [InlineData("Shared/Orders.cs")]
    [InlineData("Shared/Reports.cs")]
    public async Task RepairedFile_HasNoMergeComment(string file)
    {
        var text = (await shop.RepairedAsync())[file];

        Assert.NotEqual(shop.Original[file], text);
        Assert.DoesNotContain("Unmerged", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<<<<<<<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/*", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shared/Orders.cs", @"TODO\(owner\)", 1)]
    [InlineData("Shared/Orders.cs", @"TODO", 1)]
    [InlineData("Shared/Orders.cs", @"CreateParameter\(\)", 2)]
    [InlineData("Shared/Orders.cs", @"ExecuteNonQuery\(\)", 1)]
    [InlineData("Shared/Orders.cs", @"throw new", 1)]
    [InlineData("Shared/Reports.cs", @"TODO\(owner\)", 2)]
    [InlineData("Shared/Reports.cs", @"TODO", 2)]
    [InlineData("Shared/Reports.cs", @"CreateParameter\(\)", 2)]
    [InlineData("Shared/Reports.cs", @"ExecuteNonQuery\(\)", 1)]
    [InlineData("Shared/Reports.cs", @"throw new", 1)]
    [InlineData("Shared/Reports.cs", @"#if NET48", 3)]
    public async Task EachFinding_IsRepairedOnce(string file, string pattern, int count)
    {
        var text = (await shop.RepairedAsync())[file];

        Assert.True(Regex.Count(text, pattern) == count, $"'{pattern}' stands {Regex.Count(text, pattern)} times, expected {count}.\n{text}");
    }

    [Fact]
    public async Task Repair_ChangesNoFileWithoutRepair() =>
        Assert.Equal(["Shared/Orders.cs", "Shared/Reports.cs"], shop.Original.ChangesTo(await shop.RepairedAsync()));

    [Fact]
    public async Task SecondRepair_ChangesNothing() =>
        Assert.Empty((await shop.RepairedAsync()).ChangesTo(await shop.RepairedTwiceAsync()));

    private static IEnumerable<Finding> FindingsOf(ProcessResult build, string rule) =>
        Finding.OursIn(build).Where(finding => finding.Rule == rule);
}
