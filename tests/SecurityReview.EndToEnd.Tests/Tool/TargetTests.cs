using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>What the command makes of the path it is given.</summary>
public sealed class TargetTests
{
    [Fact]
    public async Task Folder_TakesItsSolution()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo);
        ReviewedCode.Library(folder, "NotInSolution", ReviewedCode.WithTodo);
        ReviewedCode.Solution(folder, "Shop.slnx", "Shop/Shop.csproj");

        var review = await ToolRun.JsonAsync(folder.Path, 0);

        Assert.Equal("Shop.slnx", review.GetProperty("target").GetString());
        Assert.Equal("Shop/Order.cs", Assert.Single(ToolRun.Findings(review)).GetProperty("location").GetProperty("file").GetString());
    }

    [Fact]
    public async Task FolderWithoutSolution_TakesAllProjectsBelow()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo);
        ReviewedCode.Library(folder, "deep/Store", ReviewedCode.WithTodo);

        var review = await ToolRun.JsonAsync(folder.Path, 0);

        Assert.Equal(
            ["Shop/Order.cs", "deep/Store/Order.cs"],
            ToolRun.Findings(review).Select(finding => finding.GetProperty("location").GetProperty("file").GetString()));
    }

    [Fact]
    public async Task SeveralSolutions_AreNamedAndOneIsAskedFor()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Solution(folder, "All.slnx");
        ReviewedCode.Solution(folder, "Shop.slnx");

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path), "All.slnx, Shop.slnx", "Name the one to review");
    }

    [Fact]
    public async Task MissingPath_IsNamed()
    {
        using var folder = new TemporaryFolder();

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path, "no/such/folder"), "There is no file or folder 'no/such/folder'");
    }

    [Fact]
    public async Task EmptyFolder_IsNamed()
    {
        using var folder = new TemporaryFolder();

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path), "There is nothing to review in", folder.Path);
    }

    [Fact]
    public async Task OtherFile_IsNamedWithWhatCanBeReviewed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Order.cs", ReviewedCode.Clean);

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path, "Order.cs"), "'Order.cs' cannot be reviewed", ".csproj");
    }

    [Theory]
    [InlineData("Shop.sln", "not a solution")]
    [InlineData("Shop.slnx", "<Solution><Project")]
    [InlineData("Shop.slnx", "<Solution />")]
    public async Task SolutionThatHoldsNothing_IsNamed(string name, string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name, text);

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path, name), name);
    }

    [Fact]
    public async Task TestProject_IsNamedAsNotReviewed()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop.Tests", ReviewedCode.WithTodo, items: """<PackageReference Include="xunit.core" Version="2.9.3" />""");

        var review = await ToolRun.JsonAsync(folder.Path, 0);

        Assert.Empty(ToolRun.Findings(review));
        Assert.Contains("Shop.Tests.csproj", review.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(0, review.GetProperty("summary").GetProperty("projects").GetInt32());
    }

    [Fact]
    public async Task ReferencedProject_IsNamedAsNotReviewed()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Store", ReviewedCode.WithTodo);
        ReviewedCode.Library(folder, "Shop", "public class Basket : Shop.Order;\n", items: """<ProjectReference Include="../Store/Store.csproj" />""");

        var review = await ToolRun.JsonAsync(folder.Path, 0, "Shop");

        Assert.Empty(ToolRun.Findings(review));
        Assert.Contains("Store.csproj", review.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }
}
