namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>The facts that findings about deletes carry for their repairs.</summary>
internal static class DeleteProperties
{
    /// <summary>The entity or table that the delete is about.</summary>
    public const string Target = "delete.target";

    /// <summary>Whether it is the one row with a key: <c>true</c> or <c>false</c>.</summary>
    public const string IsSingleRow = "delete.is_single_row";
}
