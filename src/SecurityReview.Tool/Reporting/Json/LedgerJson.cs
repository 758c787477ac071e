using System.Globalization;
using System.Text.Json.Nodes;
using SecurityReview.Tool.Ledger;

namespace SecurityReview.Tool.Reporting.Json;

/// <summary>The ledger for scripts.</summary>
internal static class LedgerJson
{
    public static JsonObject Of(DebtLedger ledger, ReportPaths paths) => new()
    {
        ["count"] = ledger.Entries.Length,
        ["notes"] = JsonText.Array(ledger.Notes),
        ["groups"] = JsonText.Array(ledger.Groups.Select(group => Group(group, ledger, paths))),
    };

    private static JsonObject Group(IGrouping<LedgerState, LedgerEntry> group, DebtLedger ledger, ReportPaths paths) => new()
    {
        ["state"] = group.Key.ToString(),
        ["title"] = Wording.Title(group.Key),
        ["count"] = group.Count(),
        ["entries"] = JsonText.Array(group.Select(entry => Entry(entry, ledger, paths))),
    };

    private static JsonObject Entry(LedgerEntry entry, DebtLedger ledger, ReportPaths paths) => new()
    {
        ["tag"] = entry.Tag,
        ["text"] = entry.Text,
        ["owner"] = entry.Owner,
        ["ticket"] = entry.Ticket,
        ["due"] = entry.Due,
        ["unfilled"] = JsonText.Array(entry.Unfilled),
        ["location"] = JsonReport.Place(entry.Place, paths),
        ["age"] = entry.Age is { } age
            ? new JsonObject
            {
                ["days"] = age.DaysAt(ledger.At),
                ["since"] = age.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["author"] = age.Author,
            }
            : null,
        ["projects"] = JsonText.Array(entry.Projects),
    };
}
