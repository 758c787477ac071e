namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>How far the source is from the sink, and over which calls.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Style">How the methods are declared and called.</param>
/// <param name="Up">The calls through which the carrier is filled: what they make is returned up.</param>
/// <param name="Down">The calls through which the sink is reached: what they use is passed down.</param>
/// <param name="PassesCarrier">Whether the carrier travels over the calls, or only the text.</param>
internal sealed record CallPath(string Name, LinkStyle Style, int Up, int Down, bool PassesCarrier = false) : DimensionValue(Name)
{
    /// <summary>Whether every method stands in a file of its own.</summary>
    public bool AcrossFiles { get; init; }
}
