using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>For queries about privileges: who chose the flag or role. Nothing else is taken for granted.</summary>
internal sealed class PrivilegeFlow : FlowAssumption
{
    private PrivilegeFlow()
    {
    }

    /// <inheritdoc/>
    public override bool CarriesIdentifiers => true;

    /// <inheritdoc/>
    public override bool CarriesTruths => true;

    public static PrivilegeFlow Of(KnownTypes types) => types.Fact(static _ => new PrivilegeFlow());

    /// <inheritdoc/>
    public override bool? OutcomeOf(IOperation operation) => null;
}
