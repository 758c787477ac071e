namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>How a catch lets pass; what the fix does about it.</summary>
internal enum OpenOutcomeKind
{
    /// <summary>It returns what lets pass: <c>return true;</c>.</summary>
    Returns,

    /// <summary>It calls <c>context.Succeed(…)</c>.</summary>
    Succeeds,

    /// <summary>A variable that is returned afterwards holds what lets pass: it did before, or is set so.</summary>
    Stands,

    /// <summary>The code after the try lets pass.</summary>
    FallsThrough,

    /// <summary>The result of the filter stays unset.</summary>
    Unset,

    /// <summary>The next step of the pipeline is called.</summary>
    GoesOn,
}
