using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>The steps from which a reason makes the part of a program that fills the carrier.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Holder">The variable of the carrier that is used later.</param>
/// <param name="PutInput">Writes the statements that put what the caller chose into the carrier in a variable; they may be wrapped in a control form.</param>
internal sealed record Filling(Carrier Carrier, string Holder, Func<string, IEnumerable<string>> PutInput)
{
    /// <summary>A text that nobody chose.</summary>
    public const string Constant = "\"open\"";

    public string Declare(string holder) => Carrier.Declare(holder);

    public string PutConstant(string holder) => Carrier.Put(holder, Constant);
}
