using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>The contexts and sets that track objects and write the changes when they are saved: EF Core's and EF6's.</summary>
internal sealed class TrackedStores
{
    /// <summary>The state of an entry that is to be deleted.</summary>
    public const string DeletedState = "Deleted";

    /// <summary>The method that takes an object out of a set.</summary>
    public const string Remove = "Remove";

    private static readonly string[] s_contexts = ["Microsoft.EntityFrameworkCore.DbContext", "System.Data.Entity.DbContext"];
    private static readonly string[] s_sets = ["Microsoft.EntityFrameworkCore.DbSet`1", "System.Data.Entity.DbSet`1", "System.Data.Entity.IDbSet`1"];

    private readonly ImmutableArray<INamedTypeSymbol> _contexts;
    private readonly ImmutableArray<INamedTypeSymbol> _stores;

    private TrackedStores(KnownTypes types)
    {
        _contexts = s_contexts.Select(name => types[name]).OfType<INamedTypeSymbol>().ToImmutableArray();
        _stores = _contexts.AddRange(s_sets.Select(name => types[name]).OfType<INamedTypeSymbol>());
    }

    public static TrackedStores Of(KnownTypes types) => types.Fact(static key => new TrackedStores(key));

    /// <summary>Whether a compilation has any.</summary>
    public bool Exist => !_stores.IsEmpty;

    /// <summary>Whether a type is a context or a set.</summary>
    public bool IsStore(ITypeSymbol? type) => _stores.Any(type.IsOrInherits);

    /// <summary>Whether a type is a context.</summary>
    public bool IsContext(ITypeSymbol? type) => _contexts.Any(type.IsOrInherits);

    /// <summary>The object that a call hands to <c>Remove</c> of a set or context; null where the call does anything else.</summary>
    public IOperation? RemovedBy(IInvocationOperation call) =>
        call.TargetMethod.Name == Remove && call.Arguments.Length == 1 && IsStore(call.Instance?.Type) ? call.Arguments[0].Value : null;

    /// <summary>The object in <c>context.Entry(x).State = EntityState.Deleted</c>; null for any other assignment.</summary>
    public IOperation? MarkedDeletedBy(ISimpleAssignmentOperation assignment) =>
        assignment is
        {
            Target: IPropertyReferenceOperation { Property.Name: "State", Instance: { } entry },
            Value: IFieldReferenceOperation { Field: { Name: DeletedState, ContainingType.Name: "EntityState" } },
        } && entry.Unwrap() is IInvocationOperation { TargetMethod.Name: "Entry", Arguments: { Length: 1 } arguments } call && IsContext(call.Instance?.Type)
            ? arguments[0].Value
            : null;

    /// <summary>Whether a call writes the changes of a context.</summary>
    public bool IsSave(IInvocationOperation call) =>
        call.TargetMethod.Name is "SaveChanges" or "SaveChangesAsync" && IsContext(call.TargetMethod.ContainingType);
}
