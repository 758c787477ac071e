using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

/// <summary>All carriers.</summary>
internal static class CarrierList
{
    public static ImmutableArray<Carrier> All { get; } =
        [.. PlainCarriers.All, .. ObjectCarriers.All, .. CollectionCarriers.All, .. DeferredCarriers.All];
}
