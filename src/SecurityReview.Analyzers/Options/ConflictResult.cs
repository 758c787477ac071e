namespace SecurityReview.Analyzers.Options;

/// <summary>What the fixes answer where another request deleted a record first.</summary>
public enum ConflictResult
{
    /// <summary>404: the record is gone.</summary>
    NotFound,

    /// <summary>409: somebody else changed or deleted it.</summary>
    Conflict,
}
