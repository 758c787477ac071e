using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The command as users get it: installed from its package.</summary>
[Collection(BuildsCollection.Name)]
public sealed class ToolPackageTests(PackageCache cache)
{
    [Fact]
    public async Task Installed_ReviewsAProject()
    {
        using var folder = new TemporaryFolder();
        folder.Write("nuget.config", cache.NuGetConfig());
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo);

        (await ProcessRun.DotnetAsync(folder.Path, "tool", "install", "SecurityReview.Tool", "--version", RepositoryFiles.Version, "--tool-path", folder.At("tools"))).ExitsWith(0);
        var run = (await ProcessRun.RunAsync(folder.At("tools/security-review"), folder.Path, ["Shop"])).ExitsWith(0);

        Assert.Contains("SECR5001 info", run.Output, StringComparison.Ordinal);
    }
}
