using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Queries;

/// <summary>The sample of queries, copied aside: built, asked, repaired by one run of <c>dotnet format</c>, built and asked again.</summary>
public sealed class RepairedQueries : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Step<ProcessResult> _firstBuild;
    private readonly Step<IReadOnlyDictionary<(string Request, string Value), Answer>> _answersBefore;
    private readonly Step<FileSnapshot> _repair;
    private readonly Step<ProcessResult> _secondBuild;
    private readonly Step<IReadOnlyDictionary<(string Request, string Value), Answer>> _answersAfter;

    /// <param name="cache">Where its packages go.</param>
    public RepairedQueries(PackageCache cache)
    {
        var samples = Path.Combine(RepositoryFiles.Root, "samples");
        _folder.CopyFrom(Path.Combine(samples, "Queries"), "Queries");
        File.Copy(Path.Combine(samples, "Directory.Build.props"), _folder.At("Directory.Build.props"));
        _folder.Write("nuget.config", cache.NuGetConfig());
        ProjectFile.AddPackage(Project, "Strict");
        var readme = File.ReadAllText(_folder.At("Queries/README.md"));
        Rows = QueryRow.In(readme);
        NotRepaired = QueryRow.NotRepairedIn(readme);
        Original = FileSnapshot.Of(Folder);

        _firstBuild = new(BuildAsync);
        _answersBefore = new(() => AskAsync(_firstBuild));
        _repair = new(async () =>
        {
            await _answersBefore.ResultAsync();
            await FormatRun.RepairAsync(_folder.Path, Project, [.. Rows.Select(row => row.Rule).Where(rule => rule.Length > 0).Distinct()]);
            return FileSnapshot.Of(Folder);
        });
        _secondBuild = new(async () =>
        {
            await _repair.ResultAsync();
            return await BuildAsync();
        });
        _answersAfter = new(() => AskAsync(_secondBuild));
    }

    /// <summary>The queries and requests of the README.</summary>
    internal IReadOnlyList<QueryRow> Rows { get; }

    /// <summary>The queries that the README says are not repaired.</summary>
    internal IReadOnlyList<string> NotRepaired { get; }

    /// <summary>The files as they were.</summary>
    internal FileSnapshot Original { get; }

    /// <summary>The folder of the sample.</summary>
    internal string Folder => _folder.At("Queries");

    private string Project => _folder.At("Queries/Queries.csproj");

    internal Task<ProcessResult> FirstBuildAsync() => _firstBuild.ResultAsync();

    /// <summary>What the sample answers as it is.</summary>
    internal Task<IReadOnlyDictionary<(string Request, string Value), Answer>> AnswersBeforeAsync() => _answersBefore.ResultAsync();

    /// <summary>The files once repaired.</summary>
    internal Task<FileSnapshot> RepairedAsync() => _repair.ResultAsync();

    internal Task<ProcessResult> SecondBuildAsync() => _secondBuild.ResultAsync();

    /// <summary>What it answers once repaired.</summary>
    internal Task<IReadOnlyDictionary<(string Request, string Value), Answer>> AnswersAfterAsync() => _answersAfter.ResultAsync();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task<ProcessResult> BuildAsync() =>
        (await ProcessRun.DotnetAsync(_folder.Path, "build", Project, "--no-incremental", "-v:quiet", "-tl:off")).ExitsWith(0);

    private async Task<IReadOnlyDictionary<(string Request, string Value), Answer>> AskAsync(Step<ProcessResult> build)
    {
        await build.ResultAsync();
        using var server = await SampleServer.StartAsync(_folder.At("Queries/bin/Debug/net10.0/Queries.dll"));
        var answers = new Dictionary<(string Request, string Value), Answer>();
        foreach (var row in Rows)
        {
            foreach (var value in row.Values)
                answers[(row.Request, value)] = await server.AskAsync(row.Request, value);
        }

        return answers;
    }
}
