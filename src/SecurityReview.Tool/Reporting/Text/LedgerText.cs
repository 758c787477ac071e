using System.Globalization;
using SecurityReview.Tool.Ledger;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>The ledger for people: a table per group, the oldest debts first.</summary>
internal sealed class LedgerText(StyledText text, ReportPaths paths, TextLook look)
{
    private static readonly string[] s_columns = ["Age", "Owner", "Ticket", "Due", "Place", "What"];

    private const int WidestTicket = 40;
    private const int LeastText = 20;

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
        var rows = group.Select(entry => Row(entry, ledger)).ToList();
        var widths = Enumerable.Range(0, s_columns.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var column = 0; column < widths.Length; column++)
            widths[column] = widths[column] == 0 ? 0 : Math.Max(widths[column], s_columns[column].Length);
        text.Line();
        text.Line(("  ", Styles.Plain), ($"{Wording.Title(group.Key)} ({group.Count()})", StyleOf(group.Key)));
        text.Line(("    " + Cells(s_columns, widths), Styles.Dim));
        foreach (var row in rows)
            text.Line(("    " + Cells(row, widths), Styles.Plain));
    }

    /// <summary>A column that nobody filled is left out.</summary>
    private string Cells(string[] row, int[] widths)
    {
        var line = string.Concat(row.Zip(widths).Take(row.Length - 1).Where(cell => cell.Second > 0).Select(cell => cell.First.PadRight(cell.Second) + "  "));
        var room = look.Width is { } width ? Math.Max(LeastText, width - line.Length - 4) : int.MaxValue;
        return (line + (row[^1].Length <= room ? row[^1] : row[^1][..(room - 1)] + "…")).TrimEnd();
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
