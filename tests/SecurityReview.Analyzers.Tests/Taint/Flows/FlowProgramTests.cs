using System.Globalization;

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>
/// The flow programs: every bad twin is reported where it is marked, in no good twin anything is reported.
/// </summary>
public class FlowProgramTests
{
    /// <summary>The pairs that there are at least; raise it with every pair.</summary>
    private const int Pairs = 473;

    public static TheoryData<string> Twins => new(FlowPrograms.Twins.Where(twin => !FlowExemptions.Contain(twin)).Select(twin => twin.Name));

    [Theory]
    [MemberData(nameof(Twins))]
    public async Task Findings_AreTheMarkedLines(string twin)
    {
        var verdict = await FlowVerdict.OfAsync(FlowPrograms.Twin(twin));

        Assert.True(verdict.Passes, $"{twin}\n{verdict}");
    }

    [Fact]
    public async Task Exemptions_StillFailAndAreFew()
    {
        var limit = FlowTwins.Count * 3 / 100;
        Assert.True(FlowExemptions.Reasons.Count <= limit, string.Create(CultureInfo.InvariantCulture, $"{FlowExemptions.Reasons.Count} twins are exempt, {limit} may be."));
        foreach (var (name, reason) in FlowExemptions.Reasons)
        {
            var verdict = await FlowVerdict.OfAsync(FlowTwins.Named(name));
            Assert.True(verdict.Broken.IsEmpty, $"{name}\n{verdict}");
            Assert.False(verdict.Passes, $"{name} passes: it needs no exemption.");
            Assert.False(string.IsNullOrWhiteSpace(reason), $"{name} has no reason.");
        }
    }

    [Fact]
    public void Twins_SayWhatTheyAreAndAreMarkedIfBad()
    {
        var problems = FlowPrograms.Twins.SelectMany(twin => new[]
        {
            twin.IsBad == twin.Marked.IsEmpty ? $"{twin}: a bad twin has marks, a good one has none" : null,
            twin.Headline.StartsWith("// ", StringComparison.Ordinal) ? null : $"{twin}: the first line is no comment",
            twin.Files.Any(string.IsNullOrWhiteSpace) ? $"{twin}: a file is empty" : null,
        });

        Assert.Empty(problems.OfType<string>());
    }

    [Fact]
    public void Programs_AreMany()
    {
        var groups = FlowPrograms.All.CountBy(program => program.Group)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Value}"));

        Assert.True(FlowPrograms.All.Length >= Pairs, string.Create(CultureInfo.InvariantCulture, $"{FlowPrograms.All.Length} of {Pairs} pairs: {string.Join(", ", groups)}"));
    }
}
