using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>What a delete deletes.</summary>
/// <param name="Target">The entity or table, for messages.</param>
/// <param name="IsSingleRow">Whether it is the one row with a key; other deletes may well find nothing.</param>
/// <param name="Table">The table, where SQL text names one.</param>
internal sealed record DeleteScope(string Target, bool IsSingleRow, string? Table = null)
{
    /// <summary>The entity, where it is known.</summary>
    public ITypeSymbol? Entity { get; init; }

    /// <summary>The members or columns that must equal a value, with the <see cref="ValueText"/> of it.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether all rows there are go.</summary>
    public bool IsWhole { get; init; }
}
