namespace SecurityReview.Tool.Reviewing;

/// <summary>At which step something could not be analysed.</summary>
internal enum ProblemKind
{
    /// <summary>Packages could not be restored.</summary>
    Restore,

    /// <summary>The project could not be loaded.</summary>
    Load,

    /// <summary>The code does not compile, so findings may be missing.</summary>
    Compile,

    /// <summary>A rule or a fix failed, which is a mistake of this package.</summary>
    Rule,
}
