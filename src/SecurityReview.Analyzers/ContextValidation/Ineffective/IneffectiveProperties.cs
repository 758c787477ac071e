namespace SecurityReview.Analyzers.ContextValidation.Ineffective;

/// <summary>What the analyzer tells the fixer.</summary>
public static class IneffectiveProperties
{
    /// <summary>Which repair there is.</summary>
    public const string Repair = "repair";

    /// <summary>The attribute belongs on the page.</summary>
    public const string MoveToPage = "move_to_page";

    /// <summary>What lets everybody in stands on the class and belongs on the other actions.</summary>
    public const string NarrowAnonymous = "narrow_anonymous";

    /// <summary>The statement belongs elsewhere: before, or behind, the one with the other step.</summary>
    public const string MoveStep = "move_step";
}
