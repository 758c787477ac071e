using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Judges look-ups: whose object it is, who chose it, and what asks. The cheap questions come first.</summary>
internal sealed class ForeignObjects
{
    private readonly KnownTypes _types;
    private readonly OwnedEntities _entities;
    private readonly LookupReader _reader;
    private readonly LookupMethods _methods;
    private readonly LookupUses _uses;
    private readonly QueryFilters _filters;
    private readonly OwnershipChecks _checks;
    private readonly EntryPoints _endpoints;
    private readonly EndpointWays _ways;
    private readonly Callers _callers;
    private readonly ParentTies _ties;
    private readonly BodyWords _words;
    private readonly ConditionalWeakTable<SyntaxNode, Verdict> _verdicts = new();

    private ForeignObjects(KnownTypes types, TaintEngine engine)
    {
        _types = types;
        _entities = OwnedEntities.Of(types);
        _reader = LookupReader.Of(types);
        _methods = LookupMethods.Of(types);
        _uses = new LookupUses(types);
        _filters = QueryFilters.Of(types);
        _checks = new OwnershipChecks(types);
        _endpoints = EntryPoints.Of(types, engine.Models);
        _ways = new EndpointWays(types, engine, _checks);
        _callers = Callers.Of(types);
        _ties = new ParentTies(types);
        _words = BodyWords.FoundBy(types, cancellation => _reader.Names.Concat(EntityMethods(cancellation)).Select(SoughtWord.CallOf));
    }

    /// <summary>The judge of a compilation under the model files that its options hold.</summary>
    public static ForeignObjects Of(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation)
    {
        var engine = TaintEngine.Of(types, options, cancellation);
        return types.Fact(static _ => new ConditionalWeakTable<TaintEngine, ForeignObjects>()).GetValue(engine, key => new ForeignObjects(types, key));
    }

    /// <summary>The words without which a body holds no look-up: the names of those of stores, and of the program's own methods that give an entity.</summary>
    public BodyWords Words => _words;

    /// <summary>Whether a call may be a look-up: by its name, or because code of the program gives an entity.</summary>
    public bool MayBe(IInvocationOperation call) =>
        _reader.MayBe(call.TargetMethod.Name) || (call.Type is { TypeKind: TypeKind.Class } type && call.TargetMethod.HasSource() && _entities.IsEntity(type.UnwrapTask()));

    /// <summary>What is wrong with a look-up; null if nothing is. Judged once for both rules.</summary>
    public ForeignObject? Judge(IInvocationOperation call, ISymbol member, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (_verdicts.TryGetValue(call.Syntax, out var known))
            return known.Value;
        var verdict = new Verdict(Find(call, member, OwnershipVocabulary.For(_types, options, call.Syntax.SyntaxTree), cancellation));
        return _verdicts.GetValue(call.Syntax, _ => verdict).Value;
    }

    private ForeignObject? Find(IInvocationOperation call, ISymbol member, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (!_callers.Exist || LookupOf(call, vocabulary, cancellation) is not var (lookup, keys) ||
            IsRestricted(lookup, keys, vocabulary) || _checks.IsScoped(lookup, keys, vocabulary, cancellation))
            return null;
        var scope = FunctionScope.Around(call, member, _endpoints);
        var operations = scope.Body.DescendantsAndSelf().ToList();
        var held = HeldObject.Of(call, operations);
        var use = _uses.Of(lookup, scope, held, operations);
        // Whoever hands on what its caller named is judged there.
        if (use == LookupUse.None || (use == LookupUse.HandedOn && lookup.Ids.Any(id => scope.Function is { } function && LookupMethods.ParameterIn(id, function) is not null)))
            return null;
        var parent = _ties.Missing(lookup, scope, held, operations, cancellation);
        var subject = CheckedObject.Of(lookup, held, keys, vocabulary);
        if ((keys.IsEmpty && parent is null) || _checks.Hold(operations, subject, vocabulary, cancellation))
            return null;
        var way = _ways.To(lookup.Ids, scope, subject, reads: (use & LookupUse.Changed) == 0, vocabulary, cancellation);
        return way is null
            ? null
            : new ForeignObject(DeletePlace.Of(call), lookup.Entity, keys.FirstOrDefault(), lookup.Form, way, keys.IsEmpty ? null : Twins.Of(way.Endpoint, keys), parent);
    }

    private (Lookup Lookup, ImmutableArray<string> Keys)? LookupOf(IInvocationOperation call, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (_reader.MayBe(call.TargetMethod.Name) && _reader.Read(call, cancellation) is { } lookup)
            return (lookup.Form == LookupForm.Sql || _entities.IsEntity(lookup.Entity)) && KeysOf(lookup.Entity, vocabulary) is { } keys ? (lookup, keys) : null;
        if (!call.TargetMethod.HasSource() || call.Type?.UnwrapTask() is not { } entity || !_entities.IsEntity(entity))
            return null;
        return KeysOf(entity, vocabulary) is { } owners && _methods.Read(call, entity, owners, vocabulary, cancellation) is { } method ? (method, owners) : null;
    }

    /// <summary>The members that name the owner; null for what belongs to nobody and nothing.</summary>
    private ImmutableArray<string>? KeysOf(ITypeSymbol entity, OwnershipVocabulary vocabulary) =>
        _entities.KeysOf(entity, vocabulary) is var keys && (!keys.IsEmpty || _ties.MayBind(entity)) ? keys : null;

    /// <summary>The methods of the program that give an entity, or what a type parameter stands for.</summary>
    private IEnumerable<string> EntityMethods(CancellationToken cancellation) =>
        _types.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>()
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method is { MethodKind: MethodKind.Ordinary, ReturnsVoid: false, Parameters.IsEmpty: false } && method.ReturnType.UnwrapTask() is var result && (result is ITypeParameterSymbol || _entities.IsEntity(result)))
            .Select(static method => method.Name);

    /// <summary>Whether the model restricts what the query gives. One that leaves the filters out on purpose is another rule's matter.</summary>
    private bool IsRestricted(Lookup lookup, ImmutableArray<string> keys, OwnershipVocabulary vocabulary) =>
        lookup.Form != LookupForm.Sql && !keys.IsEmpty && _filters.RestrictToOwner(lookup.Entity, name => OwnershipKeys.IsWithEvidence(name, vocabulary.Keys));

    private sealed record Verdict(ForeignObject? Value);
}
