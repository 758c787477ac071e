using System.Runtime.InteropServices;
using System.Text.Json;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>What cannot be analysed is named with the reason, and the rest is reviewed all the same.</summary>
public sealed class BrokenInputTests
{
    [Fact]
    public async Task HalfAFile_IsNamedWithTheFirstErrors()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", "namespace Shop;\n\n// TODO: finish\npublic class Order\n{\n    public void Close() { if (");

        var run = await ToolRun.ReviewAsync(folder.Path);

        ToolRun.RefusesClearly(run, "Could not analyse", "Shop does not compile (", "Shop/Order.cs(6,", "error CS", "SECR5001 info");
    }

    [Fact]
    public async Task MissingPackage_IsNamedOnceWithTheWordsOfTheRestore()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo, items: """<PackageReference Include="SecurityReview.Tests.NoSuchPackage" Version="1.0.0" />""");
        NoSources(folder);

        var run = await ToolRun.ReviewAsync(folder.Path);

        ToolRun.RefusesClearly(run, "its packages could not be restored", "SecurityReview.Tests.NoSuchPackage");
        Assert.DoesNotContain("it could not be loaded", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingReference_IsACompileError()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", "public class Order : Billing.Invoice;\n", items: """<ProjectReference Include="../Billing/Billing.csproj" />""");

        var run = await ToolRun.ReviewAsync(folder.Path);

        ToolRun.RefusesClearly(run, "Shop does not compile (1 error)", "error CS0246");
    }

    [Fact]
    public async Task UnloadableProjectInSolution_IsNamedAndTheOthersAreReviewed()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.WithTodo);
        folder.Write("Bad/Bad.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>");
        ReviewedCode.Solution(folder, "All.slnx", "Shop/Shop.csproj", "Bad/Bad.csproj", "Gone/Gone.csproj");

        var review = await ToolRun.JsonAsync(folder.Path, 2);

        var problems = review.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("path").GetString());
        Assert.Equal(["Bad/Bad.csproj", "Gone/Gone.csproj"], problems);
        Assert.Equal("Shop/Order.cs", Assert.Single(ToolRun.Findings(review)).GetProperty("location").GetProperty("file").GetString());
    }

    [Fact]
    public async Task Problems_AreOnTheErrorStreamAndInTheLogToo()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", "public class Order {");

        var run = (await ToolRun.ReviewAsync(folder.Path, "--format", "sarif")).ExitsWith(2);

        var invocation = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];
        Assert.Contains("Could not analyse Shop/Shop.csproj: Shop does not compile (1 error)", run.Error.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Empty(SarifSchema.Problems(run.Output));
        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Contains("error CS1513", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllowBroken_LetsTheFindingsDecide()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", "public class Order {");

        var run = (await ToolRun.ReviewAsync(folder.Path, "--allow-broken")).ExitsWith(0);

        Assert.Contains("Shop does not compile", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SdkThatIsNotInstalled_IsNamed()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.Clean);
        folder.Write("global.json", """{ "sdk": { "version": "5.0.100", "rollForward": "disable" } }""");

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path), "The .NET SDK for", "5.0.100");
    }

    [Fact]
    public async Task NoDotnetCommand_IsNamed()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", ReviewedCode.Clean);
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        var environment = new Dictionary<string, string?> { ["PATH"] = folder.Path, ["DOTNET_ROOT"] = runtime };

        // Not by `dotnet security-review.dll`: a program always finds the executable that it runs in.
        var run = await ProcessRun.RunAsync(Path.ChangeExtension(RepositoryFiles.Tool, OperatingSystem.IsWindows() ? "exe" : null), folder.Path, [folder.Path], environment);

        ToolRun.RefusesClearly(run, "The .NET SDK was not found");
    }

    [Fact]
    public async Task NotRestoredAsAsked_SaysSo()
    {
        using var folder = new TemporaryFolder();
        ReviewedCode.Library(folder, "Shop", "public class OrderTests { [Xunit.Fact] public void Test() { } }\n", items: """<PackageReference Include="xunit.core" Version="2.9.3" />""");

        ToolRun.RefusesClearly(await ToolRun.ReviewAsync(folder.Path, "--no-restore"), "Shop does not compile", "Packages were not restored, as asked");
    }

    /// <summary>Keeps a restore that must fail from asking anybody: the only source is an empty folder.</summary>
    private static void NoSources(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.At("feed"));
        folder.Write(
            "nuget.config",
            """
            <configuration>
              <packageSources>
                <clear />
                <add key="nothing" value="feed" />
              </packageSources>
            </configuration>
            """);
    }
}
