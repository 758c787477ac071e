using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Package;

/// <summary>The package consumed by a whole repository, through one <c>Directory.Build.props</c>.</summary>
[Collection(BuildsCollection.Name)]
public sealed class WholeRepositoryTests(PackageCache cache)
{
    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    public async Task EveryProject_IsReviewedAndNothingShips(string settings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("nuget.config", cache.NuGetConfig());
        folder.Write(
            settings,
            $"""
            <Project>
              <PropertyGroup>
                <SecurityReviewMode>Strict</SecurityReviewMode>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {ProjectFile.PackageReference}
              </ItemGroup>
            </Project>
            """);
        folder.Write("Library/Library.csproj", Project("<TargetFramework>netstandard2.0</TargetFramework>", ""));
        folder.Write("Library/Stock.cs", "public static class Stock { public const int Size = 3; } // TODO count\n");
        folder.Write(
            "App/App.csproj",
            Project("<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>", """<ProjectReference Include="../Library/Library.csproj" />"""));
        folder.Write("App/Program.cs", "System.Console.WriteLine(Stock.Size); // TODO format\n");

        var build = (await ProcessRun.DotnetAsync(folder.Path, "build", "App/App.csproj", "-v:quiet", "-tl:off")).ExitsWith(0);

        Assert.Equal(
            ["App.csproj Program.cs SECR5001", "Library.csproj Stock.cs SECR5001"],
            Finding.OursIn(build).Select(finding => $"{finding.Project} {Path.GetFileName(finding.File)} {finding.Rule}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain("SecurityReview", File.ReadAllText(folder.At("App/bin/Debug/net10.0/App.deps.json")), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.At("App/bin"), "SecurityReview*", SearchOption.AllDirectories));
    }

    private static string Project(string properties, string items) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """;
}
