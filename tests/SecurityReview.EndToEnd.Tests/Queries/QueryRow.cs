namespace SecurityReview.EndToEnd.Tests.Queries;

/// <summary>One row of the table in the README of <c>samples/Queries</c>: a query and a request that runs it.</summary>
/// <param name="Query">The member with the query, as <c>Type.Member</c>.</param>
/// <param name="Rule">The rule that reports it; empty for one more request for the query above.</param>
/// <param name="Shape">How the query is put together.</param>
/// <param name="Request">Method and address, with <c>{}</c> for the value.</param>
/// <param name="Honest">Values that mean no harm; empty where any text is one.</param>
/// <param name="Payload">A value that makes the query say more than it should.</param>
/// <param name="Shown">What the answer to the payload shows.</param>
internal sealed record QueryRow(string Query, string Rule, string Shape, string Request, IReadOnlyList<string> Honest, string Payload, string Shown)
{
    private static readonly string[] s_texts =
    [
        "Dune", "Jane Austen", "A-1", "Ann", "50% Less", "50%", "snake_case", "Zoë Müller", "川端康成", "C:\\temp", "@home", "\"Quoted\"", "1984 -- a guide", "", "nobody",
    ];

    /// <summary>Values with a quote, some of which each query for texts finds.</summary>
    public static readonly IReadOnlyList<string> Quotes = ["Finnegan's Week", "Flann O'Brien", "Children's", "Sean O'Neill", "sean.o'neill@example.org", "doesn't answer"];

    /// <summary>Whether any text is an honest value.</summary>
    public bool TakesAnyText => Honest.Count == 0;

    /// <summary>What honest users ask for.</summary>
    public IReadOnlyList<string> HonestValues => TakesAnyText ? s_texts : Honest;

    /// <summary>All values that the request is made with.</summary>
    public IEnumerable<string> Values => HonestValues.Append(Payload).Concat(TakesAnyText ? Quotes : []);

    /// <summary>The rows of the table of queries.</summary>
    public static IReadOnlyList<QueryRow> In(string readme)
    {
        var rows = new List<QueryRow>();
        foreach (var cells in CellsUnder("Queries", readme))
        {
            var isFirst = cells[0].Length > 0;
            rows.Add(new QueryRow(
                isFirst ? cells[0] : rows[^1].Query, cells[1], cells[2], Code(cells[3]),
                [.. cells[4].Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(value => value == "''" ? "" : value)], Code(cells[5]), Code(cells[6])));
        }

        return rows;

        static string Code(string cell) => cell[1..^1];
    }

    /// <summary>The queries of the table of those that are not repaired.</summary>
    public static IReadOnlyList<string> NotRepairedIn(string readme) => [.. CellsUnder("Not repaired", readme).Select(cells => cells[0])];

    private static IEnumerable<string[]> CellsUnder(string heading, string readme) =>
        readme.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => line != "## " + heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .Select(line => line[1..^1].Split('|', StringSplitOptions.TrimEntries));
}
