using System.Globalization;
using SecurityReview.Analyzers;
using SecurityReview.Tool.Reviewing;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>One finding: what and where, the code, the message, and then what helps: the way there, the fix, the page.</summary>
internal sealed class FindingText(StyledText text, ReportPaths paths, TextLook look)
{
    private const string Indent = "  ";

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
        var number = place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(6);
        var code = CodeExcerpt.Of(place, look.Width - number.Length - 5);
        text.Line(
            ($"{number} │ ", Styles.Dim), (code.Before, Styles.Plain), (code.Marked, severity), (code.After, Styles.Plain));
        text.Line(
            ($"{new string(' ', number.Length)} │ ", Styles.Dim),
            (new string(' ', code.Before.Length) + new string('^', Math.Max(1, code.Marked.Length)), severity));
    }

    private void WriteSteps(Finding finding)
    {
        if (finding.Steps.IsEmpty)
            return;
        var places = finding.Steps.Select(Where).ToList();
        var width = Math.Min(60, places.Max(place => place.Length));
        var label = finding.StepsAreFlow ? "path" : finding.Family == RuleFamily.Todo ? "also" : "with";
        for (var i = 0; i < places.Count; i++)
        {
            var number = finding.StepsAreFlow ? $"{i + 1}. " : "";
            text.Line(
                (Label(i == 0 ? label : ""), Styles.Label), (number, Styles.Dim), (places[i].PadRight(width), Styles.Path),
                (Indent + finding.Steps[i].LineText.Trim(), Styles.Dim));
        }
    }

    private void Labelled(string label, string value, Style style) => text.Wrapped((Label(label), Styles.Label), value, style);

    private string Where(CodePlace place) => $"{paths.Show(place.Path)}:{place.Line}:{place.Column}";

    private static string Label(string label) => $"{Indent}{label,-6}";
}
