using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// Reads a model file: one fact per line, <c>kind role symbol where # description</c>, separated by blanks; <c>#</c> at the start of a
/// line makes it a comment. A line that is not understood becomes a problem, the others count.
/// </summary>
internal static class ModelParser
{
    private static readonly char[] s_blanks = [' ', '\t'];

    private static readonly ImmutableDictionary<string, ModelRole> s_roles = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new[]
    {
        new KeyValuePair<string, ModelRole>("source", ModelRole.Source),
        new KeyValuePair<string, ModelRole>("sink", ModelRole.Sink),
        new KeyValuePair<string, ModelRole>("passes", ModelRole.Passes),
        new KeyValuePair<string, ModelRole>("sanitizer", ModelRole.Sanitizer),
    });

    public static ModelFile Parse(SourceText text)
    {
        var rows = ImmutableArray.CreateBuilder<ModelRow>();
        var problems = ImmutableArray.CreateBuilder<ModelProblem>();
        foreach (var line in text.Lines)
        {
            var content = line.ToString().Trim();
            if (content.Length == 0 || content[0] == '#')
                continue;
            if (ParseLine(content, out var problem) is { } row)
                rows.Add(row);
            else
                problems.Add(new ModelProblem(line.Span, problem));
        }

        return new ModelFile(rows.ToImmutable(), problems.ToImmutable());
    }

    private static ModelRow? ParseLine(string content, out string problem)
    {
        var description = "";
        var comment = content.IndexOf(" #", StringComparison.Ordinal);
        // The '#' of '#ctor' follows a dot, never a blank.
        if (comment >= 0)
        {
            description = content.Substring(comment + 2).Trim();
            content = content.Substring(0, comment);
        }

        var columns = content.Split(s_blanks, 4, StringSplitOptions.RemoveEmptyEntries);
        problem = "";
        if (columns.Length < 4)
        {
            problem = "a row has four columns: kind, role, symbol and where";
            return null;
        }

        if (!s_roles.TryGetValue(columns[1], out var role))
        {
            problem = $"'{columns[1]}' is no role; accepted: {string.Join(", ", s_roles.Keys.OrderBy(key => key, StringComparer.Ordinal))}";
            return null;
        }

        if (ModelSymbol.Parse(columns[2]) is not { } symbol)
        {
            problem = $"'{columns[2]}' is no documentation comment id such as M:Namespace.Type.Member";
            return null;
        }

        var parts = columns[3].Split(',').Select(part => part.Trim()).ToImmutableArray();
        if (role != ModelRole.Passes)
            return new ModelRow(columns[0], role, symbol, parts, ImmutableArray<ModelFlow>.Empty, description);
        var flows = ImmutableArray.CreateBuilder<ModelFlow>();
        foreach (var part in parts)
        {
            var arrow = part.IndexOf("->", StringComparison.Ordinal);
            if (arrow <= 0 || arrow + 2 >= part.Length)
            {
                problem = $"'{part}' is no way such as 'value -> return'";
                return null;
            }

            flows.Add(new ModelFlow(part.Substring(0, arrow).Trim(), part.Substring(arrow + 2).Trim()));
        }

        return new ModelRow(columns[0], role, symbol, ImmutableArray<string>.Empty, flows.ToImmutable(), description);
    }
}
