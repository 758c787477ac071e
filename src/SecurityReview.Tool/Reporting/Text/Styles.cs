using Microsoft.CodeAnalysis;
using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>The colors of the text report. What they say, the words say too.</summary>
internal static class Styles
{
    public static Style Plain { get; } = Style.Plain;

    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Dim { get; } = new(Color.Grey);

    public static Style Path { get; } = new(Color.Aqua);

    public static Style Good { get; } = new(Color.Green);

    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);

    public static Style Label { get; } = new(Color.Grey);

    public static Style Severity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Bad,
        DiagnosticSeverity.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        DiagnosticSeverity.Info => new Style(Color.Blue, decoration: Decoration.Bold),
        _ => Dim,
    };
}
