using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>
/// Recognises methods of the program that only look up what they return, by their own parameter: repositories. A call of one is a look-up itself, since
/// whoever calls it decides about the owner. One per compilation.
/// </summary>
internal sealed class LookupMethods
{
    private const int MaximumDepth = 3;

    private readonly LookupReader _reader;
    private readonly LookupUses _uses;
    private readonly OwnershipChecks _checks;
    private readonly CalledCode _code;
    private readonly EntryPoints _endpoints;
    private readonly ConcurrentDictionary<(IMethodSymbol Method, string Keys), ImmutableArray<int>> _parameters = new();

    private LookupMethods(KnownTypes types)
    {
        _reader = LookupReader.Of(types);
        _uses = new LookupUses(types);
        _checks = new OwnershipChecks(types);
        _code = new CalledCode(types);
        _endpoints = EntryPoints.Of(types);
    }

    public static LookupMethods Of(KnownTypes types) => types.Fact(static key => new LookupMethods(key));

    /// <summary>The look-up that a call of such a method is; null if it is none.</summary>
    /// <param name="keys">The members that name the owner of what the call gives.</param>
    public Lookup? Read(IInvocationOperation call, ITypeSymbol entity, ImmutableArray<string> keys, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var ordinals = ParametersOf(call.TargetMethod, keys, MaximumDepth, vocabulary, cancellation);
        var ids = call.Arguments.Where(argument => argument.Parameter is { } parameter && ordinals.Contains(parameter.Ordinal)).Select(static argument => argument.Value).ToImmutableArray();
        return ids.IsEmpty ? null : new Lookup(call, entity, LookupForm.Method, ids);
    }

    private ImmutableArray<int> ParametersOf(IMethodSymbol method, ImmutableArray<string> keys, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (depth == 0 || !definition.HasSource() || definition.Parameters.IsEmpty)
            return ImmutableArray<int>.Empty;
        var place = (definition, string.Join(",", keys));
        if (_parameters.TryGetValue(place, out var known))
            return known;
        var found = _code.TargetsOf(method, cancellation).SelectMany(target => InCode(target, keys, depth, vocabulary, cancellation)).Distinct().ToImmutableArray();
        // What a call further down could not look into is looked into again where that is called itself.
        return depth == MaximumDepth ? _parameters.GetOrAdd(place, found) : found;
    }

    private IEnumerable<int> InCode(IMethodSymbol target, ImmutableArray<string> keys, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (_endpoints.KindOf(target) is not null || _code.BodyOf(target, cancellation) is not { } body)
            return [];
        var operations = body.DescendantsAndSelf().ToList();
        return operations.OfType<IInvocationOperation>().SelectMany(call => InCall(call, target, new FunctionScope(body, target, null, target), operations, keys, depth, vocabulary, cancellation));
    }

    private IEnumerable<int> InCall(
        IInvocationOperation call, IMethodSymbol target, FunctionScope scope, List<IOperation> operations, ImmutableArray<string> keys, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if ((_reader.MayBe(call.TargetMethod.Name) ? _reader.Read(call, cancellation) : null) is not { } lookup)
        {
            var ordinals = call.TargetMethod.HasSource() && Gives(call.TargetMethod, target) ? ParametersOf(call.TargetMethod, keys, depth - 1, vocabulary, cancellation) : ImmutableArray<int>.Empty;
            if (ordinals.IsEmpty)
                return [];
            lookup = new Lookup(call, call.Type!.UnwrapTask(), LookupForm.Method, call.Arguments.Where(argument => ordinals.Contains(argument.Parameter?.Ordinal ?? -1)).Select(static argument => argument.Value).ToImmutableArray());
        }

        var given = lookup.Ids.Select(id => ParameterIn(id, target)).Where(static parameter => parameter is not null).Select(static parameter => parameter!.Ordinal).ToList();
        if (given.Count == 0)
            return [];
        var held = HeldObject.Of(call, operations);
        return _uses.Of(lookup, scope, held, operations) == LookupUse.HandedOn && !_checks.IsScoped(lookup, keys, vocabulary, cancellation)
            && !_checks.Hold(operations, CheckedObject.Of(lookup, held, keys, vocabulary), vocabulary, cancellation)
                ? given
                : [];
    }

    private static bool Gives(IMethodSymbol inner, IMethodSymbol outer) => !inner.ReturnsVoid && inner.ReturnType.UnwrapTask().Name == outer.ReturnType.UnwrapTask().Name;

    /// <summary>The parameter of a function that a value is, or a member of.</summary>
    public static IParameterSymbol? ParameterIn(IOperation value, IMethodSymbol function)
    {
        var peeled = ValueForm.Peel(value);
        if (peeled is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            peeled = ValueForm.Peel(assigned);
        return ReferencePath.Of(peeled)?.Root is IParameterSymbol { ContainingSymbol: IMethodSymbol holder } parameter && SymbolEqualityComparer.Default.Equals(holder.OriginalDefinition, function.OriginalDefinition) ? parameter : null;
    }
}
