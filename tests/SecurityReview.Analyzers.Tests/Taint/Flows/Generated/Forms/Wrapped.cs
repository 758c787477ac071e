namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Forms;

/// <summary>The step of a flow around which a control form stands.</summary>
/// <param name="Assign">The statement that hands a text on.</param>
/// <param name="Text">The expression for the text.</param>
/// <param name="Exit">The statement that leaves the method.</param>
internal sealed record Wrapped(Func<string, string> Assign, string Text, string Exit)
{
    public IEnumerable<string> Statement => [Assign(Text)];
}
