using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>What the engine says of a place.</summary>
/// <param name="Flow">The flow into it; null where none is known.</param>
/// <param name="Spent">Why none being known says little: what was too much to look at; null where everything was looked at.</param>
internal readonly record struct TaintAnswer(TaintFlow? Flow, SpentBudget? Spent)
{
    /// <summary>The finding that a place was not judged; null where it was.</summary>
    /// <param name="place">The value at the sink.</param>
    public Diagnostic? NotJudged(SyntaxNode place) => Spent is { } spent
        ? Diagnostic.Create(Descriptors.BudgetUsedUp, place.GetLocation(), string.Format(System.Globalization.CultureInfo.InvariantCulture, ReasonOf(spent.Limit), NameOf(spent.Member)))
        : null;

    private static string NameOf(ISymbol member) =>
        ((member as IMethodSymbol)?.AssociatedSymbol ?? member).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static string ReasonOf(BudgetLimit limit) => limit switch
    {
        BudgetLimit.Steps => "the body of '{0}' takes too many steps",
        BudgetLimit.Changes => "'{0}' calls itself in too many ways",
        BudgetLimit.Functions => "'{0}' depends on too many functions",
        BudgetLimit.Callers => "'{0}' is called from too many places",
        BudgetLimit.Writers => "'{0}' is set in too many places",
        _ => "'{0}' gets the value from too many places",
    };
}
