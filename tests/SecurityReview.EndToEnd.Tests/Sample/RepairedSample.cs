using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Sample;

/// <summary>
/// The sample service, copied aside, on its way through a review: built with the package, repaired, built again, its behaviour tests run on
/// both. Every step runs once, when the first test asks for it, after the steps that must come before it.
/// </summary>
public sealed class RepairedSample : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Step<ProcessResult> _firstBuild;
    private readonly Step<TestRun> _harmBefore;
    private readonly Step<TestRun> _honestBefore;
    private readonly Step<FileSnapshot> _repair;
    private readonly Step<ProcessResult> _secondBuild;
    private readonly Step<TestRun> _harmAfter;
    private readonly Step<TestRun> _honestAfter;
    private readonly Step<FileSnapshot> _secondRepair;

    /// <param name="cache">Where its packages go.</param>
    public RepairedSample(PackageCache cache)
    {
        _folder.CopyFrom(Path.Combine(RepositoryFiles.Root, "samples"), "samples");
        _folder.Write("nuget.config", cache.NuGetConfig());
        Directory.CreateDirectory(_folder.At("results"));
        ProjectFile.AddPackage(Project, "Strict");
        Readme = File.ReadAllText(_folder.At("samples/QuotaService/README.md"));
        Original = Snapshot();
        Rules = [.. ReadmeRow.Under("Findings", Readme).Select(row => row.Rule).Distinct().Order(StringComparer.Ordinal)];

        _firstBuild = new(BuildAsync);
        _harmBefore = new(() => TestAsync("Harm", _firstBuild));
        _honestBefore = new(() => TestAsync("Honest", _firstBuild));
        _repair = new(RepairAsync);
        _secondBuild = new(async () =>
        {
            await _repair.ResultAsync();
            return await BuildAsync();
        });
        _harmAfter = new(() => TestAsync("Harm", _secondBuild));
        _honestAfter = new(() => TestAsync("Honest", _secondBuild));
        _secondRepair = new(async () =>
        {
            await _secondBuild.ResultAsync();
            return await FormatAsync();
        });
    }

    /// <summary>The sample's README.</summary>
    internal string Readme { get; }

    /// <summary>The rules that the README says to find.</summary>
    internal string[] Rules { get; }

    /// <summary>All files under <c>samples</c> as they were first built.</summary>
    internal FileSnapshot Original { get; }

    /// <summary>The folder of the service.</summary>
    internal string ServiceFolder => _folder.At("samples/QuotaService");

    private string Project => _folder.At("samples/QuotaService/QuotaService.csproj");

    private string TestProject => _folder.At("samples/QuotaService.Tests/QuotaService.Tests.csproj");

    internal Task<ProcessResult> FirstBuildAsync() => _firstBuild.ResultAsync();

    internal Task<TestRun> HarmBeforeAsync() => _harmBefore.ResultAsync();

    internal Task<TestRun> HonestBeforeAsync() => _honestBefore.ResultAsync();

    /// <summary>The files once repaired.</summary>
    internal Task<FileSnapshot> RepairedAsync() => _repair.ResultAsync();

    internal Task<ProcessResult> SecondBuildAsync() => _secondBuild.ResultAsync();

    internal Task<TestRun> HarmAfterAsync() => _harmAfter.ResultAsync();

    internal Task<TestRun> HonestAfterAsync() => _honestAfter.ResultAsync();

    /// <summary>The files once the repaired sample was repaired again.</summary>
    internal Task<FileSnapshot> RepairedTwiceAsync() => _secondRepair.ResultAsync();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private FileSnapshot Snapshot() => FileSnapshot.Of(_folder.At("samples"));

    private async Task<ProcessResult> BuildAsync() =>
        (await ProcessRun.DotnetAsync(_folder.Path, "build", TestProject, "--no-incremental", "-v:quiet", "-tl:off")).ExitsWith(0);

    private async Task<TestRun> TestAsync(string category, Step<ProcessResult> build)
    {
        await build.ResultAsync();
        return await TestRun.OfCategoryAsync(TestProject, category, _folder.At("results"));
    }

    /// <summary>The tests on the code as it was come first: afterwards it is gone.</summary>
    private async Task<FileSnapshot> RepairAsync()
    {
        await _harmBefore.ResultAsync();
        await _honestBefore.ResultAsync();
        return await FormatAsync();
    }

    private async Task<FileSnapshot> FormatAsync()
    {
        await FormatRun.RepairAsync(_folder.Path, Project, Rules);
        return Snapshot();
    }
}
