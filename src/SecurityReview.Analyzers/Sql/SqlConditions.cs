using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>What a WHERE demands.</summary>
/// <param name="Equalities">The conditions <c>column = operand</c> that all must hold.</param>
/// <param name="HasOthers">Whether there are conditions beside them. With an OR on top there are no equalities at all.</param>
internal sealed record SqlConditions(ImmutableArray<SqlEquality> Equalities, bool HasOthers);
