using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Recognises look-ups of one object in the stores themselves. One per compilation.</summary>
internal sealed class LookupReader
{
    private const string Async = "Async";
    private const string Update = "ExecuteUpdate";

    private static readonly HashSet<string> s_single = new(StringComparer.Ordinal) { "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault" };

    /// <summary>Members that name one row for its clients, besides its key.</summary>
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase) { "Guid", "Uuid", "Uid", "Slug", "Number", "Reference", "Code", "Handle", "Key" };

    private readonly TrackedStores _stores;
    private readonly EntityKeys _keys;
    private readonly SqlLookups _sql;

    private LookupReader(KnownTypes types)
    {
        _stores = TrackedStores.Of(types);
        _keys = EntityKeys.Of(types);
        _sql = new SqlLookups(types);
    }

    public static LookupReader Of(KnownTypes types) => types.Fact(static key => new LookupReader(key));

    /// <summary>The names of the calls that may be look-ups.</summary>
    public IEnumerable<string> Names => s_single.Append("Find").Append(Update).SelectMany(static name => new[] { name, name + Async }).Concat(_sql.Names);

    /// <summary>Whether a call may be a look-up, by its name.</summary>
    public bool MayBe(string method)
    {
        var plain = Plain(method);
        return plain is "Find" or Update || s_single.Contains(plain) || _sql.MayBe(method);
    }

    /// <summary>The look-up that a call is; null if it is none.</summary>
    public Lookup? Read(IInvocationOperation call, CancellationToken cancellation)
    {
        var name = Plain(call.TargetMethod.Name);
        if (name == "Find")
            return ByKey(call);
        if (name == Update || s_single.Contains(name))
            return ByCondition(call, name == Update) ?? _sql.Read(call, cancellation);
        return _sql.MayBe(call.TargetMethod.Name) ? _sql.Read(call, cancellation) : null;
    }

    private static string Plain(string method) => method.EndsWith(Async, StringComparison.Ordinal) ? method.Substring(0, method.Length - Async.Length) : method;

    private Lookup? ByKey(IInvocationOperation call)
    {
        if (!_stores.IsStore(call.Instance?.Type) || call.TargetMethod.ReturnType.UnwrapTask() is not { } entity)
            return null;
        var ids = call.Arguments.Where(static argument => argument.Parameter is { Ordinal: 0 } or { IsParams: true }).SelectMany(static argument => Elements(argument.Value)).ToImmutableArray();
        return ids.IsEmpty ? null : new Lookup(call, entity, LookupForm.Key, ids);
    }

    private static IEnumerable<IOperation> Elements(IOperation argument) => argument.Unwrap() switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.CollectionExpressionSyntax } list => list.ChildOperations,
        _ => [argument],
    };

    private Lookup? ByCondition(IInvocationOperation call, bool changes)
    {
        if (!call.TargetMethod.IsExtensionMethod || QueryChain.Of(call) is not { } chain)
            return null;
        var equalities = chain.Equalities();
        var ids = equalities.Where(pair => changes ? _keys.Identify(chain.Entity, [pair.Key]) : NamesOne(pair.Key, chain.Entity)).ToList();
        if (ids.Count == 0)
            return null;
        return new Lookup(call, chain.Entity, LookupForm.Query, ids.Select(static pair => pair.Value).ToImmutableArray())
        {
            Conditions = equalities.Aggregate(ImmutableDictionary.Create<string, IOperation?>(StringComparer.OrdinalIgnoreCase), static (all, pair) => all.SetItem(pair.Key, pair.Value)),
            Changes = changes,
            IgnoresFilters = chain.Steps.Any(static step => step.TargetMethod.Name == "IgnoreQueryFilters"),
        };
    }

    private bool NamesOne(string member, ITypeSymbol entity) =>
        member.EndsWith("Id", StringComparison.Ordinal) || (NameWords.Of(member) is { IsEmpty: false } words && s_names.Contains(words[words.Length - 1])) || _keys.Identify(entity, [member]);
}
