namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>Where a place of a model row starts.</summary>
internal enum PlaceRoot
{
    /// <summary><c>return</c>: what the member gives; for a field or property what is read.</summary>
    Return,

    /// <summary><c>this</c>: the object that the member is called on, or that a constructor makes.</summary>
    This,

    /// <summary><c>arg*</c>: every argument.</summary>
    AnyArgument,

    /// <summary>A parameter by its name; <c>value</c> is that of a property's setter.</summary>
    Parameter,
}
