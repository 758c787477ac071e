using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Endpoints.Data;

/// <summary>
/// Which stored data a function reads and changes, by itself and through up to three calls of the program's own code: sets of Entity Framework, SQL text, collections that outlive the
/// call, and what methods without code are named after.
/// </summary>
internal sealed class DataUses(KnownTypes types)
{
    private readonly ReachedCode _code = new(types);
    private readonly StoreCalls _calls = new(types);

    /// <summary>The uses of a function, each once, in the order of the code.</summary>
    public ImmutableArray<DataUse> Of(IMethodSymbol function, CancellationToken cancellation) => Of(_code.From(function, cancellation));

    /// <summary>The same of code that is at hand.</summary>
    public ImmutableArray<DataUse> Of(ImmutableArray<ReachedBody> bodies) =>
        Merge(bodies.SelectMany(reached => reached.Body.DescendantsAndSelf().Select(_calls.Read).OfType<DataUse>().Select(use => Named(use, reached))).ToList());

    /// <summary>Whether a function changes stored data.</summary>
    public bool Change(IMethodSymbol function, CancellationToken cancellation) => Of(function, cancellation).Any(static use => use.Changes);

    /// <summary>In a generic repository the entity is a type parameter.</summary>
    private static DataUse Named(DataUse use, ReachedBody reached) => reached.Arguments.TryGetValue(use.Entity, out var entity) ? use with { Entity = entity.Name } : use;

    /// <summary>A save changes what was loaded, unless something else says what is changed.</summary>
    private static ImmutableArray<DataUse> Merge(List<DataUse> uses)
    {
        var isSaved = uses.Any(static use => use == StoreCalls.Save);
        var named = uses.Where(static use => use.Entity.Length > 0).ToList();
        if (!isSaved)
            return uses.Distinct().GroupBy(static use => use.Entity).Select(static group => group.FirstOrDefault(static use => use.Changes) ?? group.First()).ToImmutableArray();
        var areChangesNamed = named.Any(static use => use.Changes);
        var all = areChangesNamed ? named : named.Select(static use => use with { Changes = true }).ToList();
        return (all.Count == 0 ? [StoreCalls.Save] : all.GroupBy(static use => use.Entity).Select(static group => group.FirstOrDefault(static use => use.Changes) ?? group.First())).ToImmutableArray();
    }
}
