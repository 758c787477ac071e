using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>
/// Finds where a function puts an object's owner in the place of the caller. A use of the owner alone is none: whoever is told about a
/// comment on their post <em>is</em> somebody else. What makes it a substitution is that the caller's own identity goes to the same
/// place elsewhere in the function, or that the caller's identity itself is overwritten.
/// </summary>
internal static class TakeOverSearch
{
    private static readonly string[] s_otherPersons =
        ["recipient", "assignee", "invitee", "notif", "other", "partner", "peer", "opponent", "previous", "original", "audit", "log", "display", "mention", "mailto", "sendto"];

    private static readonly string[] s_recordingCalls = ["log", "audit", "trace", "debug", "write", "notif", "record", "track", "print"];

    private static readonly string[] s_recordingTypes = ["logger", "audit", "cache", "metric", "telemetry", "console", "debug", "trace"];

    /// <summary>The substitutions that a comparison may decide, in source order.</summary>
    public static IEnumerable<TakeOver> Of(OwnerComparison comparison, IReadOnlyList<IOperation> function, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var callerDestinations = new List<ValueDestination>();
        var candidates = new List<TakeOver>();
        foreach (var operation in function)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!MayBeRead(operation) || ValueDestination.Of(operation) is not { } destination)
                continue;
            if (IsKey(operation, comparison))
                candidates.Add(new TakeOver(operation, destination));
            else if (CallerIdentity.Read(operation, vocabulary) is { } caller && caller.IsSame(comparison.Caller))
                callerDestinations.Add(destination);
        }

        return candidates.Where(candidate =>
            IsOfConcern(candidate.Destination, comparison) &&
            (OverwritesCaller(candidate.Destination, comparison) || ReplacesContext(candidate.Destination, comparison) || callerDestinations.Any(candidate.Destination.IsSame)));
    }

    private static bool MayBeRead(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation or IFieldReferenceOperation or IInvocationOperation;

    private static bool IsKey(IOperation operation, OwnerComparison comparison)
    {
        if (operation is IMemberReferenceOperation)
            return comparison.KeyPath.Equals(ReferencePath.Of(operation));
        return operation is ILocalReferenceOperation local && comparison.KeySide.Syntax != local.Syntax &&
            SingleAssignment.ValueOf(local.Local, local) is { } value && comparison.KeyPath.Equals(ReferencePath.Of(ValueForm.Peel(value)));
    }

    /// <summary>Whether the caller's own identity is what the owner is written to.</summary>
    private static bool OverwritesCaller(ValueDestination destination, OwnerComparison comparison) =>
        destination.Target is not null && destination.Receiver is not null && comparison.Caller.Path is { } path &&
        path.Equals(ReferencePath.Of((destination.Site as ISimpleAssignmentOperation)?.Target)) && !IsPerson(comparison.Owned.Type);

    /// <summary><c>context with { UserId = obj.UserId }</c>, <c>context = new Context { UserId = obj.UserId }</c>: a context of the owner's for the caller's.</summary>
    private static bool ReplacesContext(ValueDestination destination, OwnerComparison comparison)
    {
        if (destination.Site is not ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: { } creation } } || IsPerson(comparison.Owned.Type))
            return false;
        if (comparison.Caller.Origin is not IMemberReferenceOperation member || !SymbolEqualityComparer.Default.Equals(member.Member, destination.Target))
            return false;
        return ReferencePath.Of(comparison.Caller.Receiver) is { } context && creation switch
        {
            IWithOperation copy => context.Equals(ReferencePath.Of(copy.Operand)),
            IObjectCreationOperation => ValueDestination.Of(creation)?.Site is ISimpleAssignmentOperation assignment && context.Equals(ReferencePath.Of(assignment.Target)),
            _ => false,
        };
    }

    /// <summary>A session that is brought up to date from the caller's own record is no substitution.</summary>
    private static bool IsPerson(ITypeSymbol? type) =>
        type is not null && PlainName.EndsWithAny(PlainName.Of(type.Name), ["user", "account", "member", "employee", "profile", "person", "identity", "customer"]);

    private static bool IsOfConcern(ValueDestination destination, OwnerComparison comparison)
    {
        if (destination.Receiver is { } receiver && receiver.Equals(ReferencePath.Of(comparison.Owned)))
            return false;
        if (destination.Target is not { } target)
            return true;
        if (PlainName.ContainsAny(PlainName.Of(target.Name), s_otherPersons))
            return false;
        return target is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } || destination.Site is not IInvocationOperation ||
            !(PlainName.StartsWithAny(PlainName.Of(method.Name), s_recordingCalls) || PlainName.ContainsAny(PlainName.Of(method.ContainingType.Name), s_recordingTypes));
    }
}
