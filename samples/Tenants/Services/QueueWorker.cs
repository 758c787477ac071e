namespace Tenants.Services;

/// <summary>Does the queued work, each piece in a scope of its own.</summary>
public class QueueWorker(BackgroundQueue queue, IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in queue.ReadAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider, stoppingToken);
        }
    }
}
