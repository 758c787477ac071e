using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Repository;

/// <summary>
/// The packed analyzers over every project under <c>src</c> and <c>tests</c>, in a copy: an analyzer cannot run on its own build. Test projects
/// are judged like the others.
/// </summary>
public sealed class OwnSourcesTests(PackageCache cache) : IClassFixture<PackageCache>
{
    /// <summary>A finding added to every project: one without the package, or one that is passed over as a test, would show no finding either.</summary>
    private const string Planted = "Planted.cs";

    [Fact]
    public async Task OwnSources_HaveNoFinding()
    {
        using var copy = Copy();
        var projects = Projects(copy);
        copy.Write("Own.slnx", $"<Solution>{string.Concat(projects.Select(project => $"<Project Path=\"{project}\" />"))}</Solution>");

        // Only our own analyzers are of interest: the others ran when this test was built.
        string[] arguments =
        [
            "build", "Own.slnx", "-v:quiet", "-tl:off",
            "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false", "-p:EnableNETAnalyzers=false", "-p:GeneratePackageOnBuild=false",
        ];
        var build = (await ProcessRun.RunAsync("dotnet", copy.Path, arguments, timeout: TimeSpan.FromMinutes(10))).ExitsWith(0);

        var findings = Finding.OursIn(build).ToLookup(finding => Path.GetFileName(finding.File) == Planted);
        Assert.True(!findings[false].Any(), $"Findings in our own sources:\n{string.Join('\n', findings[false])}");
        Assert.Equal(
            projects.Select(project => Path.GetFileName(project)!).Order(StringComparer.Ordinal),
            findings[true].Select(finding => finding.Project.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    private TemporaryFolder Copy()
    {
        var copy = new TemporaryFolder();
        foreach (var folder in RepositoryFiles.SourceFolders)
            copy.CopyFrom(Path.Combine(RepositoryFiles.Root, folder), folder);
        foreach (var file in (string[])["Directory.Build.props", ".editorconfig"])
            File.Copy(Path.Combine(RepositoryFiles.Root, file), copy.At(file));
        File.AppendAllText(copy.At(".editorconfig"), "\n[*.cs]\nsecurity_review.include_test_projects = true\n");
        copy.Write("nuget.config", cache.NuGetConfig());
        copy.Write(Planted, "// TODO planted\n");

        // The project that packs must go by another name: a package cannot consume itself.
        copy.Write(
            "Directory.Build.targets",
            $"""
            <Project>
              <PropertyGroup>
                <SecurityReviewMode>Audit</SecurityReviewMode>
                <PackageId>Own.$(MSBuildProjectName)</PackageId>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="$(MSBuildThisFileDirectory){Planted}" />
                {ProjectFile.PackageReference}
              </ItemGroup>
            </Project>
            """);
        return copy;
    }

    private static IReadOnlyList<string> Projects(TemporaryFolder copy) =>
        [.. Directory.EnumerateFiles(copy.Path, "*.csproj", SearchOption.AllDirectories).Select(project => Path.GetRelativePath(copy.Path, project))];
}
