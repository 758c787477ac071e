namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>What a function does with the object that it looked up.</summary>
[Flags]
internal enum LookupUse
{
    /// <summary>Nothing that would show or change it: a test for its existence, say.</summary>
    None = 0,

    /// <summary>It gives the object to its caller as it is.</summary>
    HandedOn = 1,

    /// <summary>The object, or something made of it, is answered or returned.</summary>
    Answered = 2,

    /// <summary>The object is changed or removed.</summary>
    Changed = 4,
}
