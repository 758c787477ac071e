namespace SecurityReview.Analyzers.Options;

/// <summary>How the fixes deny a request where the code can answer with a result; elsewhere an exception is thrown.</summary>
public enum DenyResult
{
    /// <summary>403: the caller learns that the object exists.</summary>
    Forbid,

    /// <summary>404: the caller does not.</summary>
    NotFound,

    /// <summary>An exception everywhere, for projects whose error handler makes the answer.</summary>
    Throw,
}
