using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints.Data;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>What single operations say of ownership: that they touch owned data, and that they ask, or see to it, whose it is.</summary>
internal sealed class OwnershipEvidence(KnownTypes types)
{
    private readonly OwnedEntities _entities = OwnedEntities.Of(types);
    private readonly CheckMethods _checks = CheckMethods.Of(types);
    private readonly QueryFilters _filters = QueryFilters.Of(types);

    /// <summary>Whether an operation gives, or is made of, data that belongs to somebody.</summary>
    public bool IsOwned(IOperation operation, ReachedBody body, OwnershipVocabulary vocabulary) =>
        EntitiesIn(operation).Any(type => _entities.KeysOf(body.Resolve(type), vocabulary) is { IsEmpty: false } && _entities.IsEntity(body.Resolve(type))) || NamesKey(operation, vocabulary);

    /// <summary>Whether an operation compares the owner, asks for a privilege, or gives an object to the caller.</summary>
    public bool IsCheck(IOperation operation, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        CheckMethods.Asks(operation, vocabulary) || NamesKey(operation, vocabulary) || IsFiltered(operation, vocabulary) || operation switch
        {
            IInvocationOperation call => call.TargetMethod.Name is "AuthorizeAsync" || (!call.TargetMethod.HasSource() && _checks.Contains(call.TargetMethod, vocabulary, cancellation)),
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment => OwnershipKeys.IsWithEvidence(target.Member.Name, vocabulary.Keys) && IsCallerOrGiven(assignment.Value, vocabulary),
            _ => false,
        };

    private bool IsFiltered(IOperation operation, OwnershipVocabulary vocabulary) =>
        operation is IPropertyReferenceOperation { Type: INamedTypeSymbol { Name: "DbSet", Arity: 1 } set } && !IsUnfiltered(operation) && _filters.RestrictToOwner(set.TypeArguments[0], name => OwnershipKeys.IsWithEvidence(name, vocabulary.Keys));

    private static bool IsUnfiltered(IOperation set)
    {
        for (var current = set.Parent; current is IInvocationOperation or IArgumentOperation or IConversionOperation; current = current.Parent)
        {
            if (current is IInvocationOperation { TargetMethod.Name: "IgnoreQueryFilters" })
                return true;
        }

        return false;
    }

    /// <summary>The caller, or what the function was given: who gives the wrong one is found by the rules.</summary>
    private static bool IsCallerOrGiven(IOperation value, OwnershipVocabulary vocabulary) =>
        CallerIdentity.Read(value, vocabulary) is not null || ValueForm.Peel(value) is IParameterReferenceOperation;

    /// <summary>Whether a text is a statement that compares a column which names the owner.</summary>
    private static bool NamesKey(IOperation operation, OwnershipVocabulary vocabulary)
    {
        if (operation is not ILiteralOperation { ConstantValue: { HasValue: true, Value: string { Length: > 12 } text } } || SqlStatementReader.Read(text) is not { IsEmpty: false } statements)
            return false;
        var tokens = statements[0].Tokens;
        return statements[0].Verb is SqlVerb.Select or SqlVerb.Update or SqlVerb.Delete &&
            Enumerable.Range(0, Math.Max(0, tokens.Length - 1)).Any(i => OwnershipKeys.IsAlways(tokens[i].Content, vocabulary.Keys) && tokens[i + 1].Content is "=" or "IN");
    }

    /// <summary>The type of a value, and what it is a set, list or task of.</summary>
    private static IEnumerable<ITypeSymbol> EntitiesIn(IOperation operation)
    {
        if (operation.Type?.UnwrapTask() is not { } type)
            yield break;
        yield return type;
        if (type is INamedTypeSymbol { Arity: 1 } generic)
            yield return generic.TypeArguments[0];
    }
}
