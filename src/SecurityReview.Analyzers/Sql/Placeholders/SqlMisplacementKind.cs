namespace SecurityReview.Analyzers.Sql.Placeholders;

/// <summary>Where a placeholder stands that can be none there.</summary>
internal enum SqlMisplacementKind
{
    /// <summary>Alone between quotes, or with nothing but wildcards around it.</summary>
    Quoted,

    /// <summary>Within a longer quoted text.</summary>
    Embedded,

    /// <summary>In the place of a table, or within the quotes of a name.</summary>
    Name,

    /// <summary>In the place of a column.</summary>
    Column,

    /// <summary>In the place of ASC or DESC.</summary>
    Direction,
}
