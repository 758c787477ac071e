using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.MultiTarget;

/// <summary>
/// A solution in which several targets compile the same files: built, repaired, built again. Every step runs once, when the first test
/// asks for it.
/// </summary>
public sealed class RepairedShop : IDisposable
{
    /// <summary>
    /// The formatter asks about the first finding only, and which one that is changes from run to run. With many that have no repair it is one
    /// of them most of the time; the others must be repaired all the same.
    /// </summary>
    internal static readonly IReadOnlyList<int> ArchivedYears = [.. Enumerable.Range(2001, 24)];

    private const string Solution = "Shop.slnx";

    private readonly TemporaryFolder _folder = new();
    private readonly Step<ProcessResult> _firstBuild;
    private readonly Step<FileSnapshot> _repair;
    private readonly Step<ProcessResult> _secondBuild;
    private readonly Step<FileSnapshot> _secondRepair;

    /// <param name="cache">Where its packages go.</param>
    public RepairedShop(PackageCache cache)
    {
        _folder.Write("nuget.config", cache.NuGetConfig());
        _folder.Write(".editorconfig", "root = true\n\n[*.cs]\nsecurity_review.threat_models = remote, local\n");
        _folder.Write(
            Solution,
            """
            <Solution>
              <Project Path="Legacy/Legacy.csproj" />
              <Project Path="Modern/Modern.csproj" />
            </Solution>
            """);
        _folder.Write("Legacy/Legacy.csproj", Project("<TargetFrameworks>net8.0;net48</TargetFrameworks>"));
        _folder.Write("Modern/Modern.csproj", Project("<TargetFramework>net10.0</TargetFramework>"));
        foreach (var year in ArchivedYears)
            _folder.Write($"Shared/Archive{year}.cs", ShopSources.Archive(year));
        _folder.Write("Shared/Orders.cs", ShopSources.Orders);
        _folder.Write("Shared/Reports.cs", ShopSources.Reports);
        Original = FileSnapshot.Of(_folder.Path);

        _firstBuild = new(async () => (await BuildAsync()).ExitsWith(0));
        _repair = new(async () =>
        {
            await _firstBuild.ResultAsync();
            return await RepairAsync();
        });
        _secondBuild = new(async () =>
        {
            await _repair.ResultAsync();
            return await BuildAsync();
        });
        _secondRepair = new(async () =>
        {
            await _secondBuild.ResultAsync();
            return await RepairAsync();
        });
    }

    /// <summary>All files as they were first built.</summary>
    internal FileSnapshot Original { get; }

    internal Task<ProcessResult> FirstBuildAsync() => _firstBuild.ResultAsync();

    /// <summary>The files once repaired.</summary>
    internal Task<FileSnapshot> RepairedAsync() => _repair.ResultAsync();

    /// <summary>The build of the repaired files, whether or not it succeeded.</summary>
    internal Task<ProcessResult> SecondBuildAsync() => _secondBuild.ResultAsync();

    /// <summary>The files once the repaired ones were repaired again.</summary>
    internal Task<FileSnapshot> RepairedTwiceAsync() => _secondRepair.ResultAsync();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string Project(string target) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            {target}
            <NuGetAudit>false</NuGetAudit>
            <SecurityReviewMode>Strict</SecurityReviewMode>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="../Shared/*.cs" />
            {ProjectFile.PackageReference}
          </ItemGroup>
        </Project>
        """;

    private Task<ProcessResult> BuildAsync() =>
        ProcessRun.DotnetAsync(_folder.Path, "build", Solution, "--no-incremental", "-v:quiet", "-tl:off");

    private async Task<FileSnapshot> RepairAsync()
    {
        await FormatRun.RepairAsync(_folder.Path, Solution, "SECR1001", "SECR4001", "SECR5001");
        return FileSnapshot.Of(_folder.Path);
    }
}
