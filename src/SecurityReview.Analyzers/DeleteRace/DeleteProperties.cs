namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>The facts that findings about deletes carry for their repairs.</summary>
internal static class DeleteProperties
{
    /// <summary>The entity or table that the delete is about.</summary>
    public const string Target = "delete.target";

    /// <summary>Whether it is the one row with a key: <c>true</c> or <c>false</c>.</summary>
    public const string IsSingleRow = "delete.is_single_row";

    /// <summary>Whether an act makes something instead of deleting it: <c>true</c> or <c>false</c>.</summary>
    public const string IsInsert = "delete.is_insert";

    /// <summary>The kind of store that an act is about.</summary>
    public const string Store = "delete.store";

    /// <summary>Present where the database keeps the key of a new row unique.</summary>
    public const string IsUnique = "delete.is_unique";

    /// <summary>The member that marks a credential as used.</summary>
    public const string Mark = "delete.mark";

    /// <summary>Whether an update does nothing to a credential that was used already: <c>true</c> or <c>false</c>.</summary>
    public const string IsConditional = "delete.is_conditional";

    /// <summary>The members of the primary key, separated by commas.</summary>
    public const string Keys = "delete.keys";

    /// <summary>An expression for the version that was read.</summary>
    public const string Version = "delete.version";

    /// <summary>The parameter that takes the version, or the member that is compared.</summary>
    public const string VersionPlace = "delete.version_place";

    /// <summary>The member that names the owner.</summary>
    public const string OwnerKey = "delete.owner_key";

    /// <summary>The local that holds the caller's value for it.</summary>
    public const string Caller = "delete.caller";
}
