using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>A delete, or an insert, of one thing.</summary>
/// <param name="Operation">The call, creation or assignment.</param>
/// <param name="Resource">What it deletes or makes.</param>
/// <param name="IsInsert">Whether it makes the thing.</param>
/// <param name="Name">What it is called, for messages.</param>
internal sealed record StoreAct(IOperation Operation, Resource Resource, bool IsInsert, string Name)
{
    /// <summary>For a delete of rows, what it deletes.</summary>
    public DeleteScope? Scope { get; init; }

    /// <summary>For an insert of an entity, its type.</summary>
    public ITypeSymbol? Entity { get; init; }

    /// <summary>For an insert, the values out of which the new thing is made as a whole: a mapped request, an entity that came in.</summary>
    public ImmutableArray<string> Sources { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>For an insert, whether the caller brings the value, so that it is more than a cache being filled.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The metadata names of the exceptions by which the store tells that another was faster.</summary>
    public ImmutableArray<string> Exceptions { get; init; } = ImmutableArray<string>.Empty;
}
