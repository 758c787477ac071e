namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>The text is checked after it was taken, against all that it may be; in the bad twin for something else.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Refusal">The condition under which the good twin refuses the text in a variable.</param>
/// <param name="WeakRefusal">The same for the bad twin.</param>
internal sealed record Checked(string Name, Func<string, string> Refusal, Func<string, string> WeakRefusal) : Reason(Name)
{
    /// <summary>What the program says when it refuses the text.</summary>
    public const string Refused = "Unknown name.";

    public override string Sentence => "only texts of a fixed list pass the check";

    public override IEnumerable<string> Check(string variable, bool safe) =>
        [$"if ({(safe ? Refusal : WeakRefusal)(variable)})\n    throw new ArgumentException(\"{Refused}\");"];
}
