using System.Globalization;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Tool.Inventory;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>The inventory for people: a table per kind of authorization, the least protected endpoints first.</summary>
internal sealed class InventoryText(StyledText text, ReportPaths paths, TextLook look)
{
    private static readonly string[] s_columns = ["Verb", "Route", "Loads", "Changes", "Owner checked", "Place", "Decided by"];

    public void Write(EndpointInventory inventory)
    {
        text.Line();
        text.Heading("Authorization inventory", Wording.Count(inventory.Entries.Length, "endpoint"), Styles.Dim);
        if (inventory.Entries.IsEmpty)
            text.Line(("  The code has no endpoints.", Styles.Dim));
        foreach (var group in inventory.Groups)
        {
            text.Line();
            text.Line(("  ", Styles.Plain), ($"{Wording.Title(group.Key)} ({group.Count()})", StyleOf(group.Key)));
            new TextTable(text, look).Write(s_columns, [.. group.Select(Row)]);
        }
    }

    private string[] Row(InventoryEntry entry) =>
    [
        entry.Verbs.IsEmpty ? (entry.Kind is EndpointKind.HubMethod or EndpointKind.GrpcMethod ? "call" : "any") : string.Join(",", entry.Verbs),
        entry.Route,
        string.Join(", ", entry.Loads),
        string.Join(", ", entry.Changes),
        Wording.Answer(entry.Ownership),
        string.Create(CultureInfo.InvariantCulture, $"{paths.Show(entry.Place.Path)}:{entry.Place.Line}"),
        entry.Origin,
    ];

    private static Style StyleOf(AuthorizationKind kind) => kind switch
    {
        AuthorizationKind.None => Styles.Severity(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning),
        AuthorizationKind.Unknown or AuthorizationKind.Anonymous => Styles.Severity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info),
        _ => Styles.Good,
    };
}
