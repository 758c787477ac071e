using System.Globalization;
using SecurityReview.Tool.Ledger;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>The ledger for people: a table per group, the oldest debts first.</summary>
internal sealed class LedgerText(StyledText text, ReportPaths paths, TextLook look)
{
    private static readonly string[] s_columns = ["Age", "Owner", "Ticket", "Due", "Place", "What"];

    private const int WidestTicket = 40;

    public void Write(DebtLedger ledger)
    {
        text.Line();
        text.Heading("Debt ledger", Wording.Count(ledger.Entries.Length, "entry", "entries"), Styles.Dim);
        if (ledger.Entries.IsEmpty)
            text.Line(("  The code leaves nothing open that it says.", Styles.Dim));
        foreach (var group in ledger.Groups)
            WriteGroup(group, ledger);
        if (!ledger.Notes.IsEmpty)
            text.Line();
        foreach (var note in ledger.Notes)
            text.Wrapped(("  ", Styles.Plain), note, Styles.Dim);
    }

    private void WriteGroup(IGrouping<LedgerState, LedgerEntry> group, DebtLedger ledger)
    {
        text.Line();
        text.Line(("  ", Styles.Plain), ($"{Wording.Title(group.Key)} ({group.Count()})", StyleOf(group.Key)));
        new TextTable(text, look).Write(s_columns, [.. group.Select(entry => Row(entry, ledger))]);
    }

    private string[] Row(LedgerEntry entry, DebtLedger ledger) =>
    [
        entry.Age is { } age ? Days(age.DaysAt(ledger.At)) : "",
        Value(entry, entry.Owner, "owner"),
        Shortened(Value(entry, entry.Ticket, "ticket")),
        Value(entry, entry.Due, "due"),
        string.Create(CultureInfo.InvariantCulture, $"{paths.Show(entry.Place.Path)}:{entry.Place.Line}"),
        entry.Tag is null ? entry.Text : $"{entry.Tag}: {entry.Text}",
    ];

    private static string Value(LedgerEntry entry, string? value, string placeholder) =>
        value ?? (entry.Unfilled.Contains(placeholder) ? "unfilled" : "");

    private static string Shortened(string ticket) => ticket.Length <= WidestTicket ? ticket : "…" + ticket[^(WidestTicket - 1)..];

    private static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    private static Style StyleOf(LedgerState state) => state switch
    {
        LedgerState.Tracked => Styles.Good,
        LedgerState.Expired or LedgerState.Security or LedgerState.Disabled => Styles.Severity(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning),
        _ => Styles.Severity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info),
    };
}
