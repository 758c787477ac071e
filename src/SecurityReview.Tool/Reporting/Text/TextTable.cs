namespace SecurityReview.Tool.Reporting.Text;

/// <summary>Rows in columns as wide as they need; a column that nobody filled is left out, and the last one is cut where the look has a width.</summary>
internal sealed class TextTable(StyledText text, TextLook look)
{
    private const int LeastText = 20;

    public void Write(string[] columns, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, columns.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var column = 0; column < widths.Length; column++)
            widths[column] = widths[column] == 0 ? 0 : Math.Max(widths[column], columns[column].Length);
        text.Line(("    " + Cells(columns, widths), Styles.Dim));
        foreach (var row in rows)
            text.Line(("    " + Cells(row, widths), Styles.Plain));
    }

    private string Cells(string[] row, int[] widths)
    {
        var line = string.Concat(row.Zip(widths).Take(row.Length - 1).Where(cell => cell.Second > 0).Select(cell => cell.First.PadRight(cell.Second) + "  "));
        if (widths[^1] == 0)
            return line.TrimEnd();
        var room = look.Width is { } width ? Math.Max(LeastText, width - line.Length - 4) : int.MaxValue;
        return (line + (row[^1].Length <= room ? row[^1] : row[^1][..(room - 1)] + "…")).TrimEnd();
    }
}
