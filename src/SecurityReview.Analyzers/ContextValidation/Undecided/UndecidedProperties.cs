namespace SecurityReview.Analyzers.ContextValidation.Undecided;

/// <summary>What the analyzer tells the fixer.</summary>
public static class UndecidedProperties
{
    /// <summary>The namespace of the attributes.</summary>
    public const string Namespace = "namespace";

    /// <summary>Set where the attribute belongs on the type.</summary>
    public const string OnType = "on_type";
}
