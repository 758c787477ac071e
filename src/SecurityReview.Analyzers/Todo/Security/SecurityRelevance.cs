namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>How a comment speaks of security.</summary>
/// <param name="Weight">See <see cref="SecurityText"/>.</param>
/// <param name="Words">The words that say so, as they stand in the comment; empty where none does.</param>
internal readonly record struct SecurityRelevance(int Weight, string Words)
{
    /// <summary>Whether the words alone tell.</summary>
    public bool IsCertain => Weight >= SecurityText.Certain;

    /// <summary>Whether the words tell together with the place of the comment.</summary>
    public bool DependsOnPlace => Weight is >= SecurityText.Ambiguous and < SecurityText.Certain;
}
