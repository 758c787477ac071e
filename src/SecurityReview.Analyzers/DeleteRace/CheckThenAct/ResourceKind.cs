namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Where the thing lies that is checked and then deleted or made.</summary>
internal enum ResourceKind
{
    /// <summary>Rows of a database, found by a query or SQL text.</summary>
    Rows,

    File,

    Directory,

    /// <summary>A dictionary that threads share.</summary>
    Map,

    Blob,

    /// <summary>A key of a cache outside of the process.</summary>
    CacheKey,
}
