using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sinks;

/// <summary>All sinks.</summary>
internal static class SinkList
{
    public static ImmutableArray<Sink> All { get; } = [.. CommandSinks.All, .. LibrarySinks.All];
}
