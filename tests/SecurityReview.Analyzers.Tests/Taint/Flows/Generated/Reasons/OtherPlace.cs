using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>Another element, key or member of the same carrier is taken.</summary>
internal sealed record OtherPlace() : Reason(nameof(OtherPlace))
{
    public override string Sentence => "the text is taken from another place of the carrier, which holds a constant";

    public override bool Fits(Carrier carrier) => carrier.HasPlaces;

    public override IEnumerable<string> Fill(Filling filling, bool safe) =>
        [.. base.Fill(filling, safe), filling.Carrier.PutElsewhere!(filling.Holder, Filling.Constant)];

    public override string Take(Carrier carrier, string holder, bool safe) => safe ? carrier.TakeElsewhere!(holder) : carrier.Take(holder);
}
