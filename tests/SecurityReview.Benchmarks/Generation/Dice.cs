namespace SecurityReview.Benchmarks.Generation;

/// <summary>The seeded choices of the generator: the same seed gives the same application on every machine.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    public bool Percent(int chance) => _random.Next(100) < chance;

    public T Of<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    /// <summary>Some of the items, in their order.</summary>
    public IReadOnlyList<T> Some<T>(IEnumerable<T> items, int percent) => [.. items.Where(_ => Percent(percent))];
}
