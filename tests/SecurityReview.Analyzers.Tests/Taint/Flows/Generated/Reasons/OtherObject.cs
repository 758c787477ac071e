using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>Another carrier of the same type is the one with what the caller chose.</summary>
internal sealed record OtherObject() : Reason(nameof(OtherObject))
{
    private const string Spare = "spare";

    public override string Sentence => "what the caller chose lies in another carrier of the same type, which is not used";

    public override bool Fits(Carrier carrier) => carrier.HasInstances;

    public override IEnumerable<string> Fill(Filling filling, bool safe)
    {
        var (chosen, constant) = safe ? (Spare, filling.Holder) : (filling.Holder, Spare);
        return [filling.Declare(filling.Holder), filling.Declare(Spare), filling.PutConstant(constant), .. filling.PutInput(chosen)];
    }
}
