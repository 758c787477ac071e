namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>The tests that build small projects: one after the other, since builds are greedy, with one package cache.</summary>
[CollectionDefinition(Name)]
public sealed class BuildsCollection : ICollectionFixture<PackageCache>
{
    public const string Name = "Builds";
}
