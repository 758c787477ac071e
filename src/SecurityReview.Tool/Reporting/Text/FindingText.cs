using System.Globalization;
using SecurityReview.Analyzers;
using SecurityReview.Tool.Reviewing;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>One finding: what and where, the code, the message, and then what helps: the way there, the fix, the page.</summary>
internal sealed class FindingText(StyledText text, ReportPaths paths, TextLook look)
{
    private const string Indent = "  ";
    private const string Margin = " │ ";
    private const int NumberWidth = 6;
    private const int WidestPlace = 60;

    /// <param name="finding">The finding.</param>
    /// <param name="explain">Whether to say why the rule exists; once per rule is enough.</param>
    public void Write(Finding finding, bool explain)
    {
        var severity = Styles.Severity(finding.Severity);
        text.Line(
            (Indent, Styles.Plain), (finding.Rule.Id, severity), (" ", Styles.Plain), (Wording.Severity(finding.Severity), severity),
            (Indent + finding.Rule.Title.ToString(CultureInfo.InvariantCulture), Styles.Heading));
        if (finding.Place is { } place)
        {
            text.Line((Indent, Styles.Plain), (Where(place), Styles.Path));
            text.Line();
            WriteCode(place, severity);
            text.Line();
        }

        text.Wrapped((Indent, Styles.Plain), finding.Message, Styles.Plain);
        if (explain)
            Labelled("why", finding.Rule.Description.ToString(CultureInfo.InvariantCulture), Styles.Plain);
        WriteSteps(finding);
        Labelled("fix", finding.Fix ?? "none that is certain to be right; see help", finding.Fix is null ? Styles.Dim : Styles.Good);
        Labelled("help", finding.Rule.HelpLinkUri, Styles.Dim);
    }

    private void WriteCode(CodePlace place, Style severity)
    {
        foreach (var row in CodeExcerpt.Rows(place, look.Width - NumberWidth - Margin.Length))
        {
            var number = row.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
            text.Line((number.PadLeft(NumberWidth) + Margin, Styles.Dim), (row.Before, Styles.Plain), (row.Marked, severity), (row.After, Styles.Plain));
            if (row.Length > 0)
                text.Line((new string(' ', NumberWidth) + Margin, Styles.Dim), (new string(' ', row.Start) + new string('^', row.Length), severity));
        }
    }

    private void WriteSteps(Finding finding)
    {
        if (finding.Steps.IsEmpty)
            return;
        var places = finding.Steps.Select(step => step.Path == finding.Place?.Path ? InSameFile(step) : Where(step)).ToList();
        var width = Math.Min(WidestPlace, places.Max(place => place.Length));
        var label = finding.StepsAreFlow ? "path" : finding.Family == RuleFamily.Todo ? "also" : "with";
        for (var i = 0; i < places.Count; i++)
        {
            var head = Label(i == 0 ? label : "") + (finding.StepsAreFlow ? $"{i + 1}. " : "");
            var place = places[i].PadRight(width) + Indent;
            var code = CodeExcerpt.Rows(finding.Steps[i], look.Width - head.Length - place.Length - 1).FirstOrDefault(row => row.Length > 0);
            text.Line(
                (head, Styles.Label), (place, Styles.Path),
                (code is { Number: null } ? "…" : "", Styles.Dim), (code?.Before ?? "", Styles.Dim), (code?.Marked ?? "", Styles.Heading), (code?.After ?? "", Styles.Dim));
        }
    }

    private void Labelled(string label, string value, Style style) => text.Wrapped((Label(label), Styles.Label), value, style);

    private string Where(CodePlace place) => $"{paths.Show(place.Path)}:{place.Line}:{place.Column}";

    /// <summary>The path stands above already.</summary>
    private static string InSameFile(CodePlace place) => $"{Path.GetFileName(place.Path)}:{place.Line}:{place.Column}";

    private static string Label(string label) => $"{Indent}{label,-6}";
}
