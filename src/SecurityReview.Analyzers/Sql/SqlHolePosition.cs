namespace SecurityReview.Analyzers.Sql;

/// <summary>What stands at the place of a hole once it is filled.</summary>
internal enum SqlHolePosition
{
    /// <summary>None of the others, or a place where no parameter may stand.</summary>
    Unclear,

    /// <summary>A value: a parameter can stand there.</summary>
    Value,

    /// <summary>Inside the quotes of a string that is a value: a parameter can stand for the whole string.</summary>
    InsideString,

    /// <summary>All of the list of an IN, with or without quotes around it.</summary>
    InList,

    /// <summary>The name of a table, column, procedure.</summary>
    Identifier,

    /// <summary>A part of a name: <c>log_{x}</c>.</summary>
    PartOfIdentifier,

    /// <summary>Inside the quotes of a name.</summary>
    QuotedIdentifier,

    /// <summary>A keyword such as ASC and DESC.</summary>
    Keyword,

    /// <summary>A condition, clause or list.</summary>
    Fragment,

    /// <summary>All of the text, or its start.</summary>
    WholeStatement,

    /// <summary>Inside a comment.</summary>
    Comment,

    /// <summary>Inside a dollar-quoted body.</summary>
    DollarString,
}
