namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>The text goes into a parameter of the SQL.</summary>
internal sealed record Parameterised() : Reason(nameof(Parameterised))
{
    public override string Sentence => "the text is a parameter of the SQL";

    public override bool UsesParameter => true;
}
