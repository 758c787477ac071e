namespace SecurityReview.Analyzers.Todo;

/// <summary>Which rule speaks about a TODO comment: the most specific one, whether or not it is switched on.</summary>
internal enum TodoRule
{
    /// <summary>None: the work is tracked, and its time has not come.</summary>
    None,

    /// <summary>Nobody owns it.</summary>
    Untracked,

    /// <summary>It is about security and has no ticket.</summary>
    Security,

    /// <summary>Its time has come.</summary>
    Expired,
}
