namespace SecurityReview.EndToEnd.Tests.Sample;

/// <summary>One row of a table in the sample's README: something stands in a member of a file.</summary>
/// <param name="File">The path below the sample, with forward slashes.</param>
/// <param name="Member">The member, as <c>Type.Member</c>.</param>
/// <param name="Rule">The rule that reports there, or stays silent there.</param>
internal sealed record ReadmeRow(string File, string Member, string Rule)
{
    /// <summary>The rows of the table under a heading; a row with several rules counts once for each.</summary>
    public static IReadOnlyList<ReadmeRow> Under(string heading, string readme)
    {
        var rows = readme.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => line != "## " + heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
        return [.. rows.SelectMany(cells => cells[2].Split(", ").Select(rule => new ReadmeRow(cells[0], cells[1], rule))).OrderBy(Key)];
    }

    /// <summary>By file, member, rule.</summary>
    public static (string File, string Member, string Rule) Key(ReadmeRow row) => (row.File, row.Member, row.Rule);
}
