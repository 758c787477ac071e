namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>On which outcome of a test the caller has a privilege.</summary>
internal enum Grant
{
    /// <summary>The test says nothing about privileges.</summary>
    None,
    WhenTrue,
    WhenFalse,

    /// <summary>It is about privileges and its sense is not understood: both outcomes count, so that a rule stays silent.</summary>
    Either,
}
