using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Package;

/// <summary>The property <c>SecurityReviewMode</c> in a build that consumes the packed package.</summary>
[Collection(BuildsCollection.Name)]
public sealed class ModeTests(PackageCache cache)
{
    private const string BadOption = "[*.cs]\nsecurity_review.include_test_projects = perhaps\n";

    [Fact]
    public async Task NoMode_ReportsAsTheRulesSay()
    {
        using var project = Consumer("");

        var build = (await project.BuildAsync()).ExitsWith(0);

        Assert.Equal(["warning SECR9001"], ConsumerProject.FindingsIn(build));
        Assert.Contains("security_review.include_test_projects", build.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Default")]
    [InlineData("strict")]
    [InlineData("Audit")]
    public async Task ReportingMode_Reports(string mode)
    {
        using var project = Consumer($"<SecurityReviewMode>{mode}</SecurityReviewMode>");

        Assert.Equal(["warning SECR9001"], ConsumerProject.FindingsIn((await project.BuildAsync()).ExitsWith(0)));
    }

    [Fact]
    public async Task ModeNone_IsSilent()
    {
        using var project = Consumer("<SecurityReviewMode>None</SecurityReviewMode>");

        Assert.Empty(ConsumerProject.FindingsIn((await project.BuildAsync()).ExitsWith(0)));
    }

    [Fact]
    public async Task UnknownMode_FailsTheBuildAndNamesTheModes()
    {
        using var project = Consumer("<SecurityReviewMode>Paranoid</SecurityReviewMode>");

        var build = (await project.BuildAsync()).ExitsWith(1);

        Assert.Contains("'Paranoid', which is no mode", build.Output, StringComparison.Ordinal);
        Assert.Contains("Accepted: Default, Strict", build.Output, StringComparison.Ordinal);
    }

    private ConsumerProject Consumer(string properties)
    {
        var project = new ConsumerProject(cache, "public class Consumer;\n", properties);
        project.Folder.Write(".editorconfig", BadOption);
        return project;
    }
}
