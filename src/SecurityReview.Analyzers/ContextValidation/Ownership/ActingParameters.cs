using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Recognises parameters that a method takes for who acts: it stores them as an owner, or looks up by them, itself or down to three calls.</summary>
internal sealed class ActingParameters(KnownTypes types)
{
    private const int MaximumDepth = 3;

    private readonly CalledCode _code = new(types);
    private readonly OwnedEntities _entities = OwnedEntities.Of(types);

    /// <param name="form">How it must be used: stored or compared.</param>
    public bool Contains(IMethodSymbol method, int ordinal, ActingForm form, OwnershipVocabulary vocabulary, CancellationToken cancellation) => Contains(method, ordinal, form, MaximumDepth, vocabulary, cancellation);

    private bool Contains(IMethodSymbol method, int ordinal, ActingForm form, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (depth == 0)
            return false;
        foreach (var target in _code.TargetsOf(method, cancellation).Where(target => ordinal < target.Parameters.Length))
        {
            if (_code.BodyOf(target, cancellation) is { } body && body.DescendantsAndSelf().Any(operation => Uses(operation, target.Parameters[ordinal], form, depth, vocabulary, cancellation)))
                return true;
        }

        return false;
    }

    private bool Uses(IOperation operation, IParameterSymbol parameter, ActingForm form, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: { Type: { } owned } } target } assignment => form == ActingForm.Stored &&
            Is(assignment.Value, parameter) && _entities.IsEntity(owned) && _entities.KeysOf(owned, vocabulary).Contains(target.Member.Name),
        IBinaryOperation => form == ActingForm.Compared && KeyComparison.Read(operation, name => OwnershipKeys.IsAlways(name, vocabulary.Keys)) is { } comparison && Is(comparison.Other, parameter)
            && comparison.Key.Instance?.Type is { } owned && _entities.IsEntity(owned) && _entities.KeysOf(owned, vocabulary).Contains(comparison.Key.Member.Name),
        IInvocationOperation call => call.TargetMethod.HasSource() && call.Arguments.Any(argument => argument.Parameter is { } next && Is(argument.Value, parameter) && Contains(call.TargetMethod, next.Ordinal, form, depth - 1, vocabulary, cancellation)),
        _ => false,
    };

    private static bool Is(IOperation value, IParameterSymbol parameter) =>
        ValueForm.Peel(value) is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter.OriginalDefinition, parameter.OriginalDefinition);
}
