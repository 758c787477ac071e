using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The sample, copied aside and reviewed once in each format.</summary>
public sealed class SampleReview : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal ProcessResult Text { get; private set; } = null!;

    internal ProcessResult Json { get; private set; } = null!;

    internal ProcessResult Sarif { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _folder.CopyFrom(Path.Combine(RepositoryFiles.Root, "samples"), "samples");
        Text = await ToolRun.ReviewAsync(_folder.Path, "samples/QuotaService");
        Json = await ToolRun.ReviewAsync(_folder.Path, "samples/QuotaService", "--no-restore", "--format", "json");
        Sarif = await ToolRun.ReviewAsync(_folder.Path, "samples/QuotaService", "--no-restore", "--format", "sarif");
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
