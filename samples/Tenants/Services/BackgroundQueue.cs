using System.Threading.Channels;

namespace Tenants.Services;

/// <summary>Work for after the answer.</summary>
public class BackgroundQueue
{
    private readonly Channel<Func<IServiceProvider, CancellationToken, Task>> _work = Channel.CreateUnbounded<Func<IServiceProvider, CancellationToken, Task>>();

    public ValueTask EnqueueAsync(Func<IServiceProvider, CancellationToken, Task> work) => _work.Writer.WriteAsync(work);

    public IAsyncEnumerable<Func<IServiceProvider, CancellationToken, Task>> ReadAllAsync(CancellationToken cancellation) => _work.Reader.ReadAllAsync(cancellation);
}
