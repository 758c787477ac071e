namespace SecurityReview.Analyzers.Sql;

/// <summary>A hole and the token that it stands in.</summary>
/// <param name="Index">The number of the hole in <see cref="SqlText.Holes"/>.</param>
/// <param name="Token">The token with the hole; one token can have several.</param>
/// <param name="Position">What stands there.</param>
/// <param name="Context">For a value, what is done with it.</param>
/// <param name="Column">For a value that is compared with or stored in a column, the column.</param>
/// <param name="Verb">What the statement around it does.</param>
internal sealed record SqlHole(int Index, SqlToken Token, SqlHolePosition Position, SqlValueContext Context, SqlName? Column, SqlVerb Verb)
{
    /// <summary>Whether a parameter can stand in the place of the token.</summary>
    public bool IsValue => Position is SqlHolePosition.Value or SqlHolePosition.InsideString;
}
