namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>How a value stands for who acts.</summary>
internal enum ActingForm
{
    /// <summary>It becomes the owner of an object.</summary>
    Stored,

    /// <summary>It chooses whose objects are read or changed.</summary>
    Compared,

    /// <summary>A method of the program takes it for the acting user.</summary>
    Passed,
}
