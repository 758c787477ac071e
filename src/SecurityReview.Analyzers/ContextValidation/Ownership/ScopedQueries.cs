using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Recognises queries that give nothing but the caller's rows because of what they start from or pass through.</summary>
internal sealed class ScopedQueries(KnownTypes types)
{
    private readonly CalledCode _code = new(types);

    /// <summary>Whether a part of a query restricts it to an owner: a condition, a member of the program's own, a collection of the owner.</summary>
    public bool Contains(QueryChain chain, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        IsScopedRoot(chain.Root, vocabulary, cancellation) || chain.Steps.Any(step => Restricts(step, vocabulary, cancellation));

    private bool IsScopedRoot(IOperation root, OwnershipVocabulary vocabulary, CancellationToken cancellation) => root switch
    {
        IInvocationOperation call => call.TargetMethod.ContainingType.Name.StartsWith("CollectionEntry", StringComparison.Ordinal) || Mentions(call.TargetMethod, vocabulary, cancellation),
        IPropertyReferenceOperation property => _code.BodyOf(property.Property, cancellation) is { } body && NamesKey(body, vocabulary),
        _ => false,
    };

    private bool Restricts(IInvocationOperation step, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        Mentions(step.TargetMethod, vocabulary, cancellation) ||
        (!step.TargetMethod.HasSource() && step.TargetMethod.Name is not "Select" && step.Arguments.Skip(1).Any(argument => HasComparison(argument, vocabulary)));

    private static bool HasComparison(IOperation argument, OwnershipVocabulary vocabulary) =>
        argument.DescendantsAndSelf().Any(operation => KeyComparison.Read(operation, name => IsKey(name, vocabulary)) is { } comparison && IsOfRow(comparison.Key, argument));

    /// <summary>Whether a value is a row's, and not one of what the query is compared with.</summary>
    private static bool IsOfRow(IOperation value, IOperation argument) =>
        ReferencePath.Of(value)?.Root is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } condition }
            && condition.DeclaringSyntaxReferences.Any(reference => argument.Syntax.Span.Contains(reference.Span));

    private bool Mentions(IMethodSymbol method, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        method.HasSource() && _code.TargetsOf(method, cancellation).Any(target => _code.BodyOf(target, cancellation) is { } body && NamesKey(body, vocabulary));

    private static bool NamesKey(IOperation body, OwnershipVocabulary vocabulary) =>
        body.DescendantsAndSelf().Any(operation => operation is IMemberReferenceOperation member && IsKey(member.Member.Name, vocabulary));

    private static bool IsKey(string name, OwnershipVocabulary vocabulary) => OwnershipKeys.IsWithEvidence(name, vocabulary.Keys);
}
