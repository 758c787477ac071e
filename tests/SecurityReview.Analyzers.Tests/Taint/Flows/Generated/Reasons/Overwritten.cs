using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>A constant takes the place of what the caller chose; in the bad twin it is the other way round.</summary>
internal sealed record Overwritten() : Reason(nameof(Overwritten))
{
    public override string Sentence => "a constant overwrites what the caller chose";

    public override bool Fits(Carrier carrier) => carrier.Replaces;

    public override IEnumerable<string> Fill(Filling filling, bool safe)
    {
        var constant = filling.PutConstant(filling.Holder);
        var input = filling.PutInput(filling.Holder);
        return safe ? [filling.Declare(filling.Holder), .. input, constant] : [filling.Declare(filling.Holder), constant, .. input];
    }
}
