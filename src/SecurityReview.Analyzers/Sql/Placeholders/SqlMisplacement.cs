namespace SecurityReview.Analyzers.Sql.Placeholders;

/// <summary>A placeholder that stands where no parameter can.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Token">The token that it is, or that it stands in.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">Its length with its mark.</param>
internal sealed record SqlMisplacement(SqlMisplacementKind Kind, SqlToken Token, int Start, int Length)
{
    /// <summary>Whether a parameter can stand in the place of the token, quotes and all.</summary>
    public bool CanStandAlone { get; init; }

    /// <summary>The wildcards between the opening quote and the placeholder.</summary>
    public string Before { get; init; } = "";

    /// <summary>The wildcards between the placeholder and the closing quote.</summary>
    public string After { get; init; } = "";
}
