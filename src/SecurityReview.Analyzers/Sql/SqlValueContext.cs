namespace SecurityReview.Analyzers.Sql;

/// <summary>What is done with a value: how a text parameter compares or converts depends on it.</summary>
internal enum SqlValueContext
{
    None,

    /// <summary>Compared with a column alone: the column's type decides.</summary>
    ComparedWithColumn,

    /// <summary>Compared with an expression.</summary>
    Compared,

    /// <summary>The pattern of LIKE and its relatives.</summary>
    Pattern,

    /// <summary>Stored in a column.</summary>
    Stored,

    /// <summary>One of several elements of an IN list.</summary>
    InElement,

    /// <summary>LIMIT, OFFSET, TOP (…), FETCH.</summary>
    Limit,

    /// <summary>The argument of a function or procedure.</summary>
    Argument,

    /// <summary>An operand of arithmetic, concatenation, CASE, or an item that is selected.</summary>
    Operand,
}
