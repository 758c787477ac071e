namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sinks;

/// <summary>Statements that run SQL over the text in the variable <c>value</c>.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Composed">The statements with the text in the SQL; the line of the finding is marked.</param>
/// <param name="Parameterised">The statements with the text in a parameter of the SQL.</param>
internal sealed record Sink(string Name, string Composed, string Parameterised) : DimensionValue(Name)
{
    private const string Mark = " " + FlowTwin.Mark;

    /// <param name="parameterised">Whether the text goes into a parameter.</param>
    /// <param name="isMarked">Whether the text comes from a remote caller.</param>
    public IEnumerable<string> Write(bool parameterised, bool isMarked) =>
        (parameterised ? Parameterised : isMarked ? Composed : Composed.Replace(Mark, "", StringComparison.Ordinal)).Split('\n');
}
