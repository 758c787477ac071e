namespace SecurityReview.Analyzers.ContextValidation.UncheckedResult;

/// <summary>What a check asks, as far as it decides where its answer may be found besides in the result.</summary>
internal enum CheckKind
{
    /// <summary>Whether somebody is who they say, or may do what they want.</summary>
    Decision,

    /// <summary>Whether what a client sent is well-formed: told to the model state or a list as well.</summary>
    Validation,
}
