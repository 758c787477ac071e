namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>One way through a call: <c>value -> this</c>, <c>this -> return</c>, <c>arg* -> return</c>.</summary>
internal sealed record ModelFlow(ModelPlace From, ModelPlace To);
