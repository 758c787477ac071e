namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>The tests that repair a sample and run it before and after: beside those that build, since they wait as much as they work.</summary>
[CollectionDefinition(Name)]
public sealed class RepairsCollection : ICollectionFixture<PackageCache>
{
    public const string Name = "Repairs";
}
