namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Whether an endpoint makes sure that what it loads or changes is the caller's: the worst first.</summary>
internal enum OwnershipAnswer
{
    /// <summary>It does not, on at least one way.</summary>
    Unchecked,

    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>Only callers with a privilege reach it, and it asks for no owner.</summary>
    Privileged,

    /// <summary>It asks, and no rule knows of a way around.</summary>
    Checked,

    /// <summary>It touches nothing that belongs to somebody.</summary>
    NotOwned,
}
