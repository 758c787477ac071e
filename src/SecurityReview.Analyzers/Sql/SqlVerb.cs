namespace SecurityReview.Analyzers.Sql;

/// <summary>What a statement does.</summary>
internal enum SqlVerb
{
    /// <summary>No statement, a fragment of one, or one that the list below does not name.</summary>
    Other,
    Select,
    Insert,
    Update,
    Delete,
    Merge,
    Replace,
    Truncate,
    Execute,
    Call,
    Declare,
    Set,
    Create,
    Alter,
    Drop,
    Grant,
    Pragma,
}
