namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>What ties a child to its parent.</summary>
/// <param name="Key">The member of the child that names the parent.</param>
/// <param name="Value">The expression that says which parent it must be.</param>
internal sealed record ParentTie(string Key, string Value);
