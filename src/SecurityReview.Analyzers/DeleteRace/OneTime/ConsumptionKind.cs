namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>How a credential is made unusable.</summary>
internal enum ConsumptionKind
{
    /// <summary>A member of the loaded object says from now on that it was used.</summary>
    Mark,

    /// <summary>The loaded object is removed, and gone with the next save.</summary>
    TrackedRemoval,

    /// <summary>A statement marks the row as used.</summary>
    Update,

    /// <summary>A statement deletes the row.</summary>
    Delete,

    /// <summary>An entry of a cache or dictionary is removed.</summary>
    Entry,
}
