namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>The carrier is filled in a branch that is never taken; in the bad twin it always is.</summary>
/// <param name="Name">The name of the value.</param>
/// <param name="Flag">The member of <c>Features</c> that the branch depends on, up to its value; <c>{value}</c> stands for the latter.</param>
internal sealed record DeadBranch(string Name, string Flag) : Reason(Name)
{
    public override string Sentence => "the branch that takes what the caller chose is dead";

    public override string TypesOf(bool safe) => $$"""
        internal static class Features
        {
            {{Flag.Replace("{value}", safe ? "false" : "true", StringComparison.Ordinal)}}
        }
        """;

    public override IEnumerable<string> Fill(Filling filling, bool safe) =>
        [filling.Declare(filling.Holder), .. Lines.Block("if (Features.Search)", filling.PutInput(filling.Holder))];
}
