namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>
/// One way through a call: <c>value -> this</c>, <c>this -> return</c>, <c>arg* -> return</c>; <c>[]</c> after a place means its elements.
/// </summary>
internal sealed record ModelFlow(string From, string To);
