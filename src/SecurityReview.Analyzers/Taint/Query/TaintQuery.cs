using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>What a rule asks of the places that it finds.</summary>
/// <param name="Kinds">Which sources count.</param>
/// <param name="SinkKind">The kind of sink, as the models write it: what was made safe for it does not count.</param>
/// <param name="WithContent">Whether the members and elements of an object count: for sinks that write out whole objects.</param>
/// <param name="IsPart">Whether the value is only a part of what the sink gets, as with <c>+=</c>.</param>
/// <param name="Assumption">What is taken for granted; null for nothing.</param>
/// <param name="IsHarmless">Sources that the rule lets pass, by what they are and the way from there; null for none.</param>
internal sealed record TaintQuery(
    SourceKinds Kinds, string SinkKind, bool WithContent = false, bool IsPart = false, FlowAssumption? Assumption = null, Func<TaintFlow, bool>? IsHarmless = null)
{
    /// <summary>Who chose the id of a thing, from wherever a remote caller can.</summary>
    public static TaintQuery OfIdentity(KnownTypes types) => new(SourceKinds.Remote, "identity", WithContent: true, Assumption: IdentifierFlow.Of(types));

    /// <summary>Who chose a flag or role.</summary>
    /// <param name="withContent">Whether what a collection holds counts.</param>
    public static TaintQuery OfPrivilege(KnownTypes types, bool withContent) => new(SourceKinds.Remote, "privilege", withContent, Assumption: PrivilegeFlow.Of(types));

    /// <summary>Whether it is asked which thing is named rather than what text says.</summary>
    public bool IsAboutIdentity => Assumption is { CarriesIdentifiers: true };
}
