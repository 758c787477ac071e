using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// Reads a model file: one fact per line, <c>kind role symbol where # description</c>, separated by blanks; <c>#</c> at the start of a
/// line makes it a comment. A line that is not understood becomes a problem, the others count.
/// </summary>
internal static class ModelParser
{
    private const int ColumnCount = 4;

    public static ModelFile Parse(SourceText text)
    {
        var rows = ImmutableArray.CreateBuilder<ModelRow>();
        var problems = ImmutableArray.CreateBuilder<ModelProblem>();
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            var nul = content.IndexOf('\0');
            if (nul >= 0)
            {
                // One word about the file instead of one about each of its lines.
                var problem = new ModelProblem(new TextSpan(line.Start + nul, 1), "The file is not text; save it as UTF-8");
                return new ModelFile(ImmutableArray<ModelRow>.Empty, ImmutableArray.Create(problem));
            }

            ParseLine(new ModelColumn(content, line.Start), rows, problems);
        }

        return new ModelFile(rows.ToImmutable(), problems.ToImmutable());
    }

    private static void ParseLine(ModelColumn line, ImmutableArray<ModelRow>.Builder rows, ImmutableArray<ModelProblem>.Builder problems)
    {
        var comment = CommentStart(line.Text);
        var content = comment < 0 ? line : line.Part(0, comment);
        var columns = content.Words(ColumnCount);
        if (columns.Count == 0)
            return;
        var description = comment < 0 ? "" : line.Part(comment + 1, line.Text.Length).Trimmed().Text;
        if (Row(content.Trimmed(), columns, description, out var problem) is { } row)
            rows.Add(row);
        else if (problem is not null)
            problems.Add(problem);
    }

    /// <summary>The <c>#</c> of a comment follows a blank; the one of <c>#ctor</c> follows a dot.</summary>
    private static int CommentStart(string line)
    {
        for (var mark = line.IndexOf('#'); mark >= 0; mark = line.IndexOf('#', mark + 1))
        {
            if (mark == 0 || ModelColumn.IsBlank(line[mark - 1]))
                return mark;
        }

        return -1;
    }

    private static ModelRow? Row(ModelColumn line, List<ModelColumn> columns, string description, out ModelProblem? problem)
    {
        if (columns.Count < ColumnCount)
        {
            problem = new ModelProblem(line.Span, $"A row has four columns (kind, role, symbol, where), this one has {columns.Count}");
            return null;
        }

        var (kind, role, where) = (columns[0], columns[1], columns[3]);
        if (RoleGrammar.Of(role.Text) is not { } grammar)
        {
            problem = new ModelProblem(role.Span, $"'{role.Text}' is no role; accepted: {string.Join(", ", RoleGrammar.Names)}");
            return null;
        }

        problem = Problem(kind, grammar.Reject(kind.Text));
        if (problem is not null || Symbol(columns[2], grammar, out problem) is not { } symbol)
            return null;
        var places = ImmutableArray.CreateBuilder<ModelPlace>();
        var flows = ImmutableArray.CreateBuilder<ModelFlow>();
        foreach (var item in where.Items())
        {
            // Nothing between two commas has no characters to point at.
            var part = item.Text.Length == 0 ? where : item;
            if (grammar.Role == ModelRole.Passes && FlowParser.Parse(part, out problem) is { } flow)
                flows.Add(flow);
            else if (grammar.Role != ModelRole.Passes && Place(part, grammar, symbol, out problem) is { } place)
                places.Add(place);
            else
                return null;
        }

        return new ModelRow(kind.Text, grammar.Role, symbol, places.ToImmutable(), flows.ToImmutable(), description, line.Span);
    }

    private static ModelSymbol? Symbol(ModelColumn column, RoleGrammar grammar, out ModelProblem? problem)
    {
        var symbol = SymbolParser.Parse(column.Text, out var reason);
        problem = Problem(column, symbol is null ? reason : grammar.Reject(symbol));
        return problem is null ? symbol : null;
    }

    private static ModelPlace? Place(ModelColumn item, RoleGrammar grammar, ModelSymbol symbol, out ModelProblem? problem)
    {
        var place = PlaceParser.Parse(item.Text);
        problem = Problem(item, grammar.Reject(item.Text, place, symbol));
        return problem is null ? place : null;
    }

    private static ModelProblem? Problem(ModelColumn column, string reason) => reason.Length == 0 ? null : new ModelProblem(column.Span, reason);
}
