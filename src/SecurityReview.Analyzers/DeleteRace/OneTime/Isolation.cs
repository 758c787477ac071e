using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.DeleteRace.Protection;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Whether nobody can write a row between its read and its write here: locks, and isolation levels at which the second write fails.</summary>
internal static class Isolation
{
    public static bool Protects(IOperation operation, ISymbol member, CancellationToken cancellation) =>
        Locks.Protect(operation, member, cancellation)
        || Surroundings.HoldsOnEveryWay(operation, member, static (at, _) => Surroundings.Before(at).Any(IsChosen), cancellation);

    private static bool IsChosen(IOperation operation) =>
        operation is IFieldReferenceOperation { Field: { Name: "RepeatableRead" or "Snapshot", ContainingType.Name: "IsolationLevel" } };
}
