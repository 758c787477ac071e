using System.Runtime.CompilerServices;

namespace SecurityReview.Analyzers;

/// <summary>
/// What the first who asks finds, while the others wait: each would do the same work. If the one who works is cancelled, the next one starts over. The finding
/// must be the same whoever does it, and must not wait for another that waits for this.
/// </summary>
/// <param name="find">Finds it.</param>
internal sealed class FoundOnce<T>(Func<CancellationToken, T> find)
{
    private readonly object _finding = new();
    private volatile StrongBox<T>? _found;

    /// <summary>Whether to get it costs nothing any more.</summary>
    public bool IsFound => _found is not null;

    /// <exception cref="OperationCanceledException">It is not found yet, and the work is cancelled.</exception>
    public T Get(CancellationToken cancellation)
    {
        if (_found is { } known)
            return known.Value;
        lock (_finding)
            return (_found ??= new StrongBox<T>(find(cancellation))).Value;
    }
}
