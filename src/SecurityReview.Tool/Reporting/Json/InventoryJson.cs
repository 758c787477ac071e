using System.Text.Json.Nodes;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Tool.Inventory;

namespace SecurityReview.Tool.Reporting.Json;

/// <summary>The inventory for scripts.</summary>
internal static class InventoryJson
{
    public static JsonObject Of(EndpointInventory inventory, ReportPaths paths) => new()
    {
        ["count"] = inventory.Entries.Length,
        ["groups"] = JsonText.Array(inventory.Groups.Select(group => Group(group, paths))),
    };

    private static JsonObject Group(IGrouping<AuthorizationKind, InventoryEntry> group, ReportPaths paths) => new()
    {
        ["authorization"] = group.Key.ToString(),
        ["title"] = Wording.Title(group.Key),
        ["count"] = group.Count(),
        ["endpoints"] = JsonText.Array(group.Select(entry => Entry(entry, paths))),
    };

    private static JsonObject Entry(InventoryEntry entry, ReportPaths paths) => new()
    {
        ["kind"] = entry.Kind.ToString(),
        ["route"] = entry.Route,
        ["verbs"] = JsonText.Array(entry.Verbs),
        ["handler"] = entry.Handler.Length > 0 ? entry.Handler : null,
        ["origin"] = entry.Origin.Length > 0 ? entry.Origin : null,
        ["roles"] = JsonText.Array(entry.Roles),
        ["loads"] = JsonText.Array(entry.Loads),
        ["changes"] = JsonText.Array(entry.Changes),
        ["ownership"] = Wording.Answer(entry.Ownership) is { Length: > 0 } answer ? answer : null,
        ["location"] = JsonReport.Place(entry.Place, paths),
        ["projects"] = JsonText.Array(entry.Projects),
    };
}
