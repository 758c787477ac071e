namespace SecurityReview.Analyzers.Todo.Suppressions;

/// <summary>The facts that findings about suppressions carry for their repairs.</summary>
internal static class SuppressionProperties
{
    /// <summary>Present where the reason is missing.</summary>
    public const string NoReason = "suppression.no_reason";

    /// <summary>The ids that are never restored, separated by commas; empty for all rules. Absent where nothing is missing.</summary>
    public const string NotRestored = "suppression.not_restored";
}
