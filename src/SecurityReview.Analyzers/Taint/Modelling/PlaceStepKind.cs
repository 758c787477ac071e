namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>One step from a place into what it holds.</summary>
internal enum PlaceStepKind
{
    /// <summary><c>[]</c>: the elements.</summary>
    Element,

    /// <summary><c>[key]</c>: the element under the key that the parameter of this name gives.</summary>
    KeyedElement,

    /// <summary><c>.Name</c>: a member.</summary>
    Member,

    /// <summary><c>.*</c>: all that it holds, members and elements to any depth; what a serialiser writes.</summary>
    Content,

    /// <summary><c>(0)</c>: what a delegate is called with, by position.</summary>
    DelegateParameter,

    /// <summary><c>()</c>: what a delegate gives back.</summary>
    DelegateResult,
}
