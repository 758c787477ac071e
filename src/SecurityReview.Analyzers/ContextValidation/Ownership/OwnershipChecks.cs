using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Finds in a function what makes sure that an object is the caller's: in the query, by a guard, by a call that asks, by a privilege.</summary>
internal sealed class OwnershipChecks(KnownTypes types)
{
    private readonly ScopedQueries _scoped = new(types);
    private readonly CheckMethods _methods = CheckMethods.Of(types);
    private readonly EntryPoints _endpoints = EntryPoints.Of(types);

    /// <summary>Whether the operations of a function hold a check of an object.</summary>
    public bool Hold(IEnumerable<IOperation> operations, CheckedObject subject, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        operations.Any(operation => IsCheck(operation, subject, vocabulary, cancellation));

    /// <summary>Whether they hold a call that asks about something, or a test of a privilege.</summary>
    public bool Ask(IEnumerable<IOperation> operations, CheckedObject subject, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        operations.Any(operation => operation switch
        {
            IConditionalOperation conditional => PrivilegeGuards.Decides(conditional),
            IInvocationOperation call => !call.Syntax.Span.Contains(subject.Call.Span) && IsCall(call, subject, vocabulary, cancellation),
            _ => false,
        });

    /// <summary>Whether a look-up asks for the caller's objects only.</summary>
    public bool IsScoped(Lookup lookup, ImmutableArray<string> keys, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (lookup.Conditions.Keys.Any(member => OwnershipKeys.IsWithEvidence(member, vocabulary.Keys) && (keys.Contains(member) || lookup.Form == LookupForm.Sql)))
            return true;
        return lookup.Form == LookupForm.Query && QueryChain.Of(lookup.Call) is { } chain && _scoped.Contains(chain, vocabulary, cancellation);
    }

    private bool IsCheck(IOperation operation, CheckedObject subject, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        switch (operation)
        {
            case IConditionalOperation conditional:
                return PrivilegeGuards.Decides(conditional);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                return IsComparison(operation, subject, vocabulary);
            case IInvocationOperation call when !call.Syntax.Span.Contains(subject.Call.Span):
                return IsComparison(call, subject, vocabulary) || IsCall(call, subject, vocabulary, cancellation);
            default:
                return false;
        }
    }

    private bool IsComparison(IOperation operation, CheckedObject subject, OwnershipVocabulary vocabulary)
    {
        // What the look-up itself compares is judged as its condition.
        if (subject.Call.Span.Contains(operation.Syntax.Span))
            return false;
        if (KeyComparison.Read(operation, name => subject.Keys.Contains(name) || OwnershipKeys.IsWithEvidence(name, vocabulary.Keys)) is not { } comparison || IsChosenByClient(comparison, vocabulary))
            return false;
        // In another query of such objects only the same id says that it is about this one.
        var isElement = comparison.Key.Instance?.Unwrap() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } };
        var isOfEntity = !isElement && subject.Keys.Contains(comparison.Key.Member.Name) && IsOf(comparison.Key.Instance?.Type, subject.Entity);
        return (isOfEntity || subject.IsMentionedIn(Guarding.ConditionOf(operation))) && Guarding.Decides(operation);
    }

    private static bool IsOf(ITypeSymbol? type, ITypeSymbol entity) =>
        type is not null && (type is ITypeParameterSymbol || type.TypeKind == TypeKind.Interface || entity.SelfAndBaseTypes().Contains(type, SymbolEqualityComparer.Default));

    /// <summary>What the client sends proves nothing, unless it is meant to be the caller: that is another finding.</summary>
    private bool IsChosenByClient(KeyComparison comparison, OwnershipVocabulary vocabulary) =>
        ReferencePath.Of(ValueForm.Peel(comparison.Other)) is { Root: IParameterSymbol { ContainingSymbol: IMethodSymbol } root } path
        && CallerIdentity.Read(comparison.Other, vocabulary) is null
        && !OwnershipKeys.IsWithEvidence(path.Last.Name, vocabulary.Keys)
        && _endpoints.SourceOf(root, isAboutIdentity: true) is not null;

    private bool IsCall(IInvocationOperation call, CheckedObject subject, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (method.Name is "AuthorizeAsync" && call.Arguments.Length > 1 && call.ArgumentFor("resource") is not { Value.ConstantValue.HasValue: false })
            return true;
        if (!IsAbout(call, subject) || method.MethodKind == MethodKind.DelegateInvoke)
            return false;
        return _methods.Contains(method, vocabulary, cancellation);
    }

    private static bool IsAbout(IInvocationOperation call, CheckedObject subject) =>
        (call.Receiver() is { } receiver && subject.IsMentionedIn(receiver)) || call.Arguments.Any(argument => subject.IsMentionedIn(argument.Value));
}
