using System.IO.Compression;
using System.Xml.Linq;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Package;

/// <summary>What is in the package is what users run: nothing may slip in or get lost unnoticed.</summary>
public sealed class PackageContentsTests
{
    [Fact]
    public void Package_HoldsExactlyTheExpectedFiles()
    {
        using var package = ZipFile.OpenRead(RepositoryFiles.Package);
        var files = package.Entries.Select(entry => entry.FullName).Where(name => !IsPackagingFormat(name)).Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "README.md",
                "SecurityReview.nuspec",
                "analyzers/dotnet/cs/SecurityReview.Analyzers.dll",
                "analyzers/dotnet/cs/SecurityReview.CodeFixes.dll",
                "build/SecurityReview.props",
                "build/SecurityReview.targets",
                "build/presets/audit.globalconfig",
                "build/presets/default.globalconfig",
                "build/presets/none.globalconfig",
                "build/presets/strict.globalconfig",
                "buildTransitive/SecurityReview.props",
                "buildTransitive/SecurityReview.targets",
            ],
            files);
    }

    [Fact]
    public void Package_BringsNoDependencyIntoTheProgram()
    {
        var metadata = Manifest();

        Assert.Equal("true", metadata.Elements().Single(element => element.Name.LocalName == "developmentDependency").Value);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Package_NamesItsReadmeAndVersion()
    {
        var metadata = Manifest();

        Assert.Equal("README.md", metadata.Elements().Single(element => element.Name.LocalName == "readme").Value);
        Assert.Equal(RepositoryFiles.Version, metadata.Elements().Single(element => element.Name.LocalName == "version").Value);
    }

    [Fact]
    public void Readme_ShowsTheVersionThatIsPacked()
    {
        using var package = ZipFile.OpenRead(RepositoryFiles.Package);
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());

        Assert.Contains($"""<PackageReference Include="SecurityReview" Version="{RepositoryFiles.Version}" """, readme.ReadToEnd(), StringComparison.Ordinal);
    }

    private static XElement Manifest()
    {
        using var package = ZipFile.OpenRead(RepositoryFiles.Package);
        using var manifest = package.GetEntry("SecurityReview.nuspec")!.Open();
        return XDocument.Load(manifest).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>Files that every package has, whatever is packed.</summary>
    private static bool IsPackagingFormat(string name) =>
        name is "[Content_Types].xml" or "_rels/.rels" || name.EndsWith(".psmdcp", StringComparison.Ordinal);
}
