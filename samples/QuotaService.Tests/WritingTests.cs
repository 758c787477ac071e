namespace QuotaService.Tests;

/// <summary>Tests that change something, so that each of them starts on a fresh database.</summary>
public abstract class WritingTests(QuotaApp app) : QuotaTests(app), IClassFixture<QuotaApp>, IAsyncLifetime
{
    public Task InitializeAsync() => App.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}
