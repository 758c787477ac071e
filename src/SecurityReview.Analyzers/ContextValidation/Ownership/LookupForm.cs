namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>How a look-up says which object it wants.</summary>
internal enum LookupForm
{
    /// <summary>By its key alone, as an argument: <c>Find(id)</c>.</summary>
    Key,

    /// <summary>By a condition.</summary>
    Query,

    /// <summary>By SQL text.</summary>
    Sql,

    /// <summary>By a method of the program that looks it up by its parameter.</summary>
    Method,
}
