using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <summary>
/// What a query takes for granted about the world, such as "this runs in production": what an operation then yields. Branches that it rules
/// out carry nothing. One instance per compilation and assumption; flows solved under it are kept apart from the others.
/// </summary>
internal abstract class FlowAssumption
{
    /// <summary>Whether the query is about which thing somebody names rather than about text: then numbers, Guids and ids carry too.</summary>
    public virtual bool CarriesIdentifiers => false;

    /// <summary>Whether the query is about a privilege that somebody claims: then truths and members of enumerations carry as well.</summary>
    public virtual bool CarriesTruths => false;

    /// <summary>The outcome of a test under the assumption; null where the assumption says nothing of it.</summary>
    public abstract bool? OutcomeOf(IOperation operation);
}
