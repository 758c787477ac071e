using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor DeleteOutcomeIgnored = Create(
        RuleIds.DeleteOutcomeIgnored,
        "Outcome of a delete is ignored",
        "'{0}' on '{1}' tells whether the record was there and nobody reads it; handle the case that nothing was deleted",
        DiagnosticSeverity.Warning,
        "A delete that found nothing reports success: a lost race, a wrong id or a foreign record goes unnoticed.",
        [252, 367]);

    public static readonly DiagnosticDescriptor CheckThenAct = Create(
        RuleIds.CheckThenAct,
        "Check, then act",
        "'{1}' is {0} because of a check that another request can overtake; {2}",
        DiagnosticSeverity.Warning,
        "Two requests that check at once get the same answer, and both act on it: a thing is deleted or made twice, or the second one fails where nothing handles it.",
        [367]);

    public static readonly DiagnosticDescriptor StubDelete = Create(
        RuleIds.StubDelete,
        "Stub delete",
        "'{0}' is removed by its key without being loaded, and nothing handles that it may be gone; delete by a query and test the count",
        DiagnosticSeverity.Warning,
        "Where another request deleted the record first, saving throws: a server error instead of an answer that says so.",
        [367]);

    public static readonly DiagnosticDescriptor ConcurrentDeleteNotHandled = Create(
        RuleIds.ConcurrentDeleteNotHandled,
        "Concurrent delete is not handled",
        "Saving throws where another request has deleted the '{0}' first, and nothing up to the endpoint handles it; catch 'DbUpdateConcurrencyException' and say so",
        DiagnosticSeverity.Info,
        "The second of two requests that delete the same record gets a server error.",
        [755]);

    public static readonly DiagnosticDescriptor MissingObjectDeleted = Create(
        RuleIds.MissingObjectDeleted,
        "Possibly missing object is deleted",
        "'{0}' may find no '{1}', and the result is deleted without a test; handle the missing object first",
        DiagnosticSeverity.Warning,
        "A record that is gone, or was never there, ends in an exception and a server error instead of an answer that says so.",
        [476]);

    public static readonly DiagnosticDescriptor UnscopedDelete = Create(
        RuleIds.UnscopedDelete,
        "Delete without a predicate or beyond the caller's data",
        "'{0}' deletes {1}; {2}",
        DiagnosticSeverity.Warning,
        "One request empties a table, or deletes the records of other users by counting through their ids.",
        [639]);

    public static readonly DiagnosticDescriptor OneTimeCredential = Create(
        RuleIds.OneTimeCredential,
        "One-time credential is consumed non-atomically",
        "Two requests that read this '{0}' at once can both use it; use it up first, by a statement that tells whether it still was unused",
        DiagnosticSeverity.Warning,
        "A coupon pays twice, an invitation lets two in, a one-time password works for the thief as well.",
        [367]);

    public static readonly DiagnosticDescriptor OptimisticConcurrencyBypassed = Create(
        RuleIds.OptimisticConcurrencyBypassed,
        "Optimistic concurrency is bypassed",
        "'{0}' bypasses {1}, so that a change of another request in between is lost; {2}",
        DiagnosticSeverity.Info,
        "What another request wrote between the read and this write is overwritten or deleted by somebody who has not seen it.",
        [367]);

    public static readonly DiagnosticDescriptor RelatedDeletesNotAtomic = Create(
        RuleIds.RelatedDeletesNotAtomic,
        "Related deletes are not atomic",
        "'{0}' and '{1}' are deleted one after the other without a transaction; begin one before the first and commit it behind the last",
        DiagnosticSeverity.Warning,
        "Where the second delete fails, or another request looks in between, half of the records are gone: children without a parent, or a parent without its children.",
        [362]);
}
