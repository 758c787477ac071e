using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Tests.Taint.State;

/// <summary>Against the dictionary of the framework, with good hash codes and with ones that collide.</summary>
public class PersistentMapTests
{
    private static readonly Func<string, string, string, string> s_longer = static (_, left, right) => right.Length > left.Length ? right : left;

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(7)]
    [InlineData(1)]
    public void WritesAndRemovals_AreThoseOfADictionary(int codes)
    {
        var random = new Random(17);
        var (map, expected) = (Empty(codes), new Dictionary<string, string>());
        for (var i = 0; i < 2_000; i++)
        {
            var key = $"k{random.Next(200)}";
            if (random.Next(3) == 0)
            {
                map = map.Without(key);
                expected.Remove(key);
            }
            else
            {
                map = map.With(key, $"v{i}");
                expected[key] = $"v{i}";
            }

            Assert.Equal(expected.Count, map.Count);
            Assert.Equal(expected.GetValueOrDefault(key), map[key]);
        }

        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), map.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(7)]
    [InlineData(1)]
    public void Joins_HaveTheKeysOfBoth(int codes)
    {
        var random = new Random(23);
        for (var round = 0; round < 100; round++)
        {
            var common = Filled(Empty(codes), random, 30);
            var (left, right) = (Filled(common, random, random.Next(20)), Filled(common, random, random.Next(20)));
            var joined = left.Join(right, s_longer, static (_, value) => value + "!");
            Assert.Equal(left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key)).Count(), joined.Count);
            foreach (var pair in joined)
            {
                var (one, another) = (left[pair.Key], right[pair.Key]);
                Assert.Equal(one is null ? another + "!" : another is null ? one + "!" : s_longer(pair.Key, one, another), pair.Value);
            }
        }
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(7)]
    public void Changes_LeadFromOneVersionToTheNext(int codes)
    {
        var random = new Random(29);
        for (var round = 0; round < 100; round++)
        {
            var earlier = Filled(Empty(codes), random, random.Next(30));
            var later = Filled(earlier, random, random.Next(10));
            var reached = earlier;
            later.ForEachChange(earlier, (key, before, value) =>
            {
                Assert.Same(earlier[key], before);
                Assert.NotSame(before, value);
                reached = reached.With(key, value);
            });
            Assert.True(reached.IsSame(later, ReferenceEquals));
        }
    }

    [Fact]
    public void JoinThatAddsNothing_IsTheMapItself()
    {
        var random = new Random(31);
        var smaller = Filled(Empty(int.MaxValue), random, 50);
        var larger = smaller.With("more", "x").With("still more", "y");
        Assert.Same(larger, larger.Join(smaller, s_longer));
        Assert.Same(larger, larger.Join(larger, s_longer));
    }

    [Fact]
    public void MapsOfOtherOrder_AreTheSame()
    {
        var keys = Enumerable.Range(0, 100).Select(i => $"k{i}").ToList();
        var one = keys.Aggregate(Empty(7), (map, key) => map.With(key, "v"));
        var another = keys.AsEnumerable().Reverse().Aggregate(Empty(7), (map, key) => map.With(key, "v"));
        Assert.True(one.IsSame(another, static (left, right) => left == right));
        Assert.False(one.IsSame(another.With("k5", "w"), static (left, right) => left == right));
        Assert.False(one.IsSame(another.Without("k5"), static (left, right) => left == right));
    }

    private static PersistentMap<string, string> Empty(int codes) => PersistentMap<string, string>.Create(new Coarse(codes));

    private static PersistentMap<string, string> Filled(PersistentMap<string, string> map, Random random, int count)
    {
        for (var i = 0; i < count; i++)
            map = map.With($"k{random.Next(60)}", new string('v', random.Next(9)) + random.Next());
        return map;
    }

    private sealed class Coarse(int codes) : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string obj) => StringComparer.Ordinal.GetHashCode(obj) % codes;
    }
}
