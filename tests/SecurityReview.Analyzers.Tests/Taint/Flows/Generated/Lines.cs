namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>Puts lines of code together so that they read as if written by hand.</summary>
internal static class Lines
{
    private const string Indentation = "    ";
    private const string BodyPlace = "{body}";

    private static readonly string[] s_looseOperators = [" ? ", " ?? ", " switch "];

    public static IEnumerable<string> Block(string header, IEnumerable<string> body) => [header, "{", .. Indent(body, Indentation), "}"];

    /// <summary>A declaration whose place for statements, a line of its own, is filled.</summary>
    public static IEnumerable<string> Fill(string template, IEnumerable<string> body) =>
        template.Split('\n').SelectMany(line => line.Trim() == BodyPlace ? Indent(body, line[..line.IndexOf('{', StringComparison.Ordinal)]) : [line]);

    /// <summary>An expression as an operand: in parentheses where it would fall apart otherwise.</summary>
    public static string Operand(string expression) =>
        s_looseOperators.Any(item => expression.Contains(item, StringComparison.Ordinal)) ? $"({expression})" : expression;

    private static IEnumerable<string> Indent(IEnumerable<string> lines, string indentation) =>
        lines.SelectMany(line => line.Split('\n')).Select(line => line.Length == 0 ? line : indentation + line);
}
