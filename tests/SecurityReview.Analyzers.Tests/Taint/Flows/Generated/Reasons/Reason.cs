using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

/// <summary>
/// Why nothing that the caller chose becomes SQL in the good twin. The bad twin has the same shape without the effect, so the same members write both.
/// </summary>
internal abstract record Reason(string Name) : DimensionValue(Name)
{
    /// <summary>The headline of the good twin.</summary>
    public abstract string Sentence { get; }

    /// <summary>Whether the SQL has a parameter in the good twin.</summary>
    public virtual bool UsesParameter => false;

    /// <summary>Whether a program with this carrier can be safe for this reason.</summary>
    public virtual bool Fits(Carrier carrier) => true;

    /// <summary>Whether a program with these calls can be safe for this reason.</summary>
    public virtual bool Fits(CallPath path) => true;

    /// <summary>The types that this reason needs in one of the twins.</summary>
    public virtual string TypesOf(bool safe) => Types;

    /// <summary>The statements that declare and fill the carrier.</summary>
    public virtual IEnumerable<string> Fill(Filling filling, bool safe) => [filling.Declare(filling.Holder), .. filling.PutInput(filling.Holder)];

    /// <summary>The expression that takes the text from the carrier.</summary>
    public virtual string Take(Carrier carrier, string holder, bool safe) => carrier.Take(holder);

    /// <summary>Statements on the text in a variable after it was taken.</summary>
    public virtual IEnumerable<string> Check(string variable, bool safe) => [];

    /// <summary>The statements that call the method which fills the carrier.</summary>
    /// <param name="call">The call with an argument.</param>
    /// <param name="assign">What stands before the call to keep its result.</param>
    /// <param name="input">The expression for what the caller chose.</param>
    /// <param name="safe">Whether it is the good twin.</param>
    public virtual IEnumerable<string> CallFill(Func<string, string> call, string assign, string input, bool safe) => [$"{assign}{call(input)};"];
}
