using System.Text;

namespace SecurityReview.Benchmarks.Generation;

/// <summary>Builds one source file: indents by braces, so that the writers need not.</summary>
internal sealed class SourceText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Adds lines as they are, each indented to where it stands.</summary>
    public SourceText Add(string lines)
    {
        foreach (var raw in lines.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('}'))
                _depth--;
            if (line.Length > 0)
                _text.Append(' ', 4 * Math.Max(0, _depth + (line.StartsWith('.') || line.StartsWith('?') ? 1 : 0))).Append(line);
            _text.Append('\n');
            if (line == "{")
                _depth++;
        }

        return this;
    }

    public SourceText Add(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Add(line);
        return this;
    }

    public override string ToString() => _text.ToString();
}
