using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>One object that code asks a store for, or changes there, by what identifies it.</summary>
/// <param name="Call">The call.</param>
/// <param name="Entity">What is looked up.</param>
/// <param name="Form">How it says which one.</param>
/// <param name="Ids">The values that say which one.</param>
internal sealed record Lookup(IInvocationOperation Call, ITypeSymbol Entity, LookupForm Form, ImmutableArray<IOperation> Ids)
{
    /// <summary>What each member or column must equal, besides what says which one.</summary>
    public ImmutableDictionary<string, IOperation?> Conditions { get; init; } = ImmutableDictionary.Create<string, IOperation?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the call itself changes the object.</summary>
    public bool Changes { get; init; }

    /// <summary>Whether the query leaves the filters of the model out.</summary>
    public bool IgnoresFilters { get; init; }
}
