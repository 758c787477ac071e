using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>The method that fills the carrier is called twice, and the result of the call with the constant is used.</summary>
internal sealed record OtherCall() : Reason(nameof(OtherCall))
{
    public override string Sentence => "what the caller chose is passed to another call of the same method, whose result is not used";

    public override bool Fits(Carrier carrier) => carrier.HasInstances;

    public override bool Fits(CallPath path) => path.Up > 0;

    public override IEnumerable<string> CallFill(Func<string, string> call, string assign, string input, bool safe)
    {
        var (used, unused) = safe ? (Filling.Constant, input) : (input, Filling.Constant);
        return [$"{call(unused)};", $"{assign}{call(used)};"];
    }
}
