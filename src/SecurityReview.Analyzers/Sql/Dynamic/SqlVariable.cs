namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>What a text says of a variable or parameter.</summary>
internal sealed class SqlVariable
{
    /// <summary>The name of its type; null where the text does not declare it.</summary>
    public string? Type { get; set; }

    /// <summary>Whether the text declares it as its own, or lets a query fill it.</summary>
    public bool IsLocal { get; set; }

    /// <summary>Whether it is declared as a parameter of the procedure or function.</summary>
    public bool IsParameter { get; set; }

    /// <summary>Whether the text compares it with a list of constants.</summary>
    public bool IsListed { get; set; }

    /// <summary>What it is given.</summary>
    public List<SqlAssignedValue> Values { get; } = [];

    /// <summary>Whether it can carry SQL; null where its type is not known.</summary>
    public bool? IsText => Type is null ? null : SqlTypeNames.IsText(Type);
}

/// <summary>One value that a variable is given.</summary>
/// <param name="Expression">The value.</param>
/// <param name="IsSelected">Whether bare names in it are columns unless the text declares them.</param>
/// <param name="IsAppended">Whether it is added to what the variable has.</param>
internal sealed record SqlAssignedValue(SqlExpression Expression, bool IsSelected, bool IsAppended);
