using System.Collections.Immutable;
using SecurityReview.Analyzers.Endpoints.Authorization;

namespace SecurityReview.Tool.Inventory;

/// <summary>All endpoints of the reviewed code.</summary>
/// <param name="Entries">The endpoints: the least protected first, then by route and verb.</param>
internal sealed record EndpointInventory(ImmutableArray<InventoryEntry> Entries)
{
    /// <summary>The endpoints in groups, without those groups that are empty.</summary>
    public IEnumerable<IGrouping<AuthorizationKind, InventoryEntry>> Groups => Entries.GroupBy(entry => entry.Authorization);

    /// <summary>Puts together what several projects and target frameworks compile.</summary>
    public static EndpointInventory Create(IEnumerable<InventoryEntry> entries) => new(
    [
        .. entries.GroupBy(entry => (entry.Place.Path, entry.Place.Span)).Select(One)
            .OrderBy(entry => entry.Authorization)
            .ThenBy(entry => entry.Route, StringComparer.OrdinalIgnoreCase)
            .ThenBy(entry => string.Join(",", entry.Verbs), StringComparer.Ordinal)
            .ThenBy(entry => entry.Place.Path, StringComparer.Ordinal)
            .ThenBy(entry => entry.Place.Span.Start),
    ]);

    /// <summary>The weakest of them: what one framework protects another may leave open.</summary>
    private static InventoryEntry One(IEnumerable<InventoryEntry> same)
    {
        var all = same.OrderBy(entry => entry.Authorization).ToList();
        return all[0] with
        {
            Ownership = all.Min(entry => entry.Ownership),
            Projects = [.. all.SelectMany(entry => entry.Projects).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }
}
