namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>What a row of a model says about its symbol.</summary>
internal enum ModelRole
{
    /// <summary>The value is of the row's kind, wherever it came from.</summary>
    Source,

    /// <summary>The value must not be tainted.</summary>
    Sink,

    /// <summary>What goes in comes out.</summary>
    Passes,

    /// <summary>What comes out is safe for the row's kind.</summary>
    Sanitizer,

    /// <summary>
    /// What was tested is safe for the row's kind: where the method gives true, or after the call if it gives nothing (it throws otherwise).
    /// </summary>
    Validator,

    /// <summary>What was held before is gone.</summary>
    Clears,

    /// <summary>The runtime calls the method with values of the row's kind.</summary>
    Entry,
}
