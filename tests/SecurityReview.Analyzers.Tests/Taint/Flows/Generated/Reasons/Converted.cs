namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>The text is converted to a type that can hold no SQL, and back; in the bad twin to another text.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Convert">The expression for the converted text of a variable.</param>
internal sealed record Converted(string Name, Func<string, string> Convert) : Reason(Name)
{
    public override string Sentence => "the text is converted to a type that can hold no SQL";

    public override IEnumerable<string> Check(string variable, bool safe) =>
        [$"{variable} = {(safe ? Convert(variable) : variable + ".Trim().ToLowerInvariant()")};"];
}
