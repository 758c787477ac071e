namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>What an operand of an expression is.</summary>
internal enum SqlOperandKind
{
    /// <summary>A literal, a variable of the server, or a place that C# fills: nothing that SQL puts in.</summary>
    Constant,

    /// <summary>A variable, parameter or column.</summary>
    Name,

    /// <summary>A name with a dot: a column, or the field of a row.</summary>
    Field,

    /// <summary>A call of a function; its name is the token before the parenthesis.</summary>
    Call,

    /// <summary>Parentheses, or the branches of a CASE.</summary>
    Choice,

    /// <summary>A query in parentheses; inside are the items that it selects.</summary>
    Query,
}
