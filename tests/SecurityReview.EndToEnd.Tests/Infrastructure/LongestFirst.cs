using Xunit.Abstractions;

[assembly: TestCollectionOrderer("SecurityReview.EndToEnd.Tests.Infrastructure." + nameof(SecurityReview.EndToEnd.Tests.Infrastructure.LongestFirst), "SecurityReview.EndToEnd.Tests")]

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>Begins with the collections that take longest: one that is begun last runs alone at the end. The others follow by name.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_longest = [BuildsCollection.Name, RepairsCollection.Name, nameof(Repository.OwnSourcesTests)];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(RankOf).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);

    private static int RankOf(ITestCollection collection)
    {
        var rank = Array.FindIndex(s_longest, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal));
        return rank < 0 ? s_longest.Length : rank;
    }
}
