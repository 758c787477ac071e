namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>Costly work that several tests build on: done once, when it is first asked for. A failure is told to each of them.</summary>
/// <param name="work">The work.</param>
internal sealed class Step<T>(Func<Task<T>> work)
{
    private readonly Lazy<Task<T>> _result = new(work);

    /// <summary>What the work came to.</summary>
    public Task<T> ResultAsync() => _result.Value;
}
