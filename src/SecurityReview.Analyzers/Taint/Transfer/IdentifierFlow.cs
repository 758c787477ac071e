using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>For queries about identity: who chose the id that a record is looked up by. Nothing else is taken for granted.</summary>
internal sealed class IdentifierFlow : FlowAssumption
{
    private IdentifierFlow()
    {
    }

    /// <inheritdoc/>
    public override bool CarriesIdentifiers => true;

    public static IdentifierFlow Of(KnownTypes types) => types.Fact(static _ => new IdentifierFlow());

    /// <inheritdoc/>
    public override bool? OutcomeOf(IOperation operation) => null;
}
