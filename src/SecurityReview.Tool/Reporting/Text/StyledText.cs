using Spectre.Console;

namespace SecurityReview.Tool.Reporting.Text;

/// <summary>Writes lines of styled pieces. Lines are never cut; running text is broken at words where the look has a width.</summary>
internal sealed class StyledText
{
    /// <summary>So wide that the console library breaks nothing: it would break paths.</summary>
    private const int Unbroken = 1_000_000;

    private readonly IAnsiConsole _console;
    private readonly TextLook _look;

    public StyledText(TextLook look, TextWriter writer)
    {
        _look = look;
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = look.Color ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = look.Color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        _console.Profile.Width = Unbroken;
    }

    public void Line(params ReadOnlySpan<(string Text, Style Style)> pieces)
    {
        var paragraph = new Paragraph();
        foreach (var (text, style) in pieces)
            paragraph.Append(text, style);
        if (pieces.Length > 0)
            _console.Write(paragraph);
        _console.WriteLine();
    }

    /// <summary>Running text after a label; the lines that follow stand below the first.</summary>
    public void Wrapped((string Text, Style Style) label, string text, Style style)
    {
        var indent = label.Text;
        foreach (var line in Broken(text, _look.Width - label.Text.Length))
        {
            Line((indent, label.Style), (line, style));
            indent = new string(' ', label.Text.Length);
        }
    }

    /// <summary>A heading that spans the page, with a remark at its right.</summary>
    public void Heading(string title, string remark, Style remarkStyle)
    {
        var fill = Math.Max(3, (_look.Width ?? 100) - title.Length - remark.Length - 2);
        Line((title, Styles.Heading), (" " + new string('─', fill) + " ", Styles.Dim), (remark, remarkStyle));
    }

    private static IEnumerable<string> Broken(string text, int? width)
    {
        if (width is not { } limit)
        {
            yield return text;
            yield break;
        }

        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > limit)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
