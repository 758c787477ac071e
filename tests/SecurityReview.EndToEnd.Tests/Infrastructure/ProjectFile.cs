namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>Edits of project files as a user makes them by hand.</summary>
internal static class ProjectFile
{
    /// <summary>The element that consumes the package under test.</summary>
    public static string PackageReference { get; } =
        $"""<PackageReference Include="SecurityReview" Version="{RepositoryFiles.Version}" PrivateAssets="all" />""";

    /// <summary>Adds the package under test to a project, with a mode.</summary>
    public static void AddPackage(string project, string mode)
    {
        const string end = "</Project>";
        var text = File.ReadAllText(project);
        var at = text.LastIndexOf(end, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{project} is no project file:\n{text}");
        File.WriteAllText(
            project,
            text.Insert(
                at,
                $"""
                  <PropertyGroup>
                    <SecurityReviewMode>{mode}</SecurityReviewMode>
                  </PropertyGroup>

                  <ItemGroup>
                    {PackageReference}
                  </ItemGroup>


                """));
    }
}
