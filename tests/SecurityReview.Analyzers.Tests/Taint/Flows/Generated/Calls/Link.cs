namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>One method of a chain of calls.</summary>
/// <param name="Type">The type of which it is the only method.</param>
/// <param name="Returns">The type of what it returns, or <c>void</c>.</param>
/// <param name="Takes">The type of its parameter; none for a method without one.</param>
/// <param name="Parameter">The name of the parameter.</param>
/// <param name="Body">The statements.</param>
internal sealed record Link(string Type, string Returns, string? Takes, string Parameter, IEnumerable<string> Body)
{
    public const string Nothing = "void";

    /// <summary>The parameter list without parentheses.</summary>
    public string Parameters => Takes is null ? "" : $"{Takes} {Parameter}";

    public bool ReturnsNothing => Returns == Nothing;
}
