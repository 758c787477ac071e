using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>What a DELETE statement deletes.</summary>
/// <param name="Table">The table; null where it is not readable (a hole in its place). An alias is resolved where FROM tells it.</param>
/// <param name="HasWhere">Whether rows are chosen by a WHERE.</param>
/// <param name="HasJoin">Whether rows are chosen by a JOIN or a second table.</param>
/// <param name="HasUsing">Whether rows are chosen by USING.</param>
/// <param name="Equalities">The conditions <c>column = operand</c> that all must hold.</param>
/// <param name="HasOtherConditions">Whether WHERE says more than the equalities: OR, other comparisons, sub-queries.</param>
internal sealed record SqlDelete(
    SqlName? Table, bool HasWhere, bool HasJoin, bool HasUsing, ImmutableArray<SqlEquality> Equalities, bool HasOtherConditions)
{
    /// <summary>The equality on a column, in any case; null if the statement has none.</summary>
    public SqlEquality? EqualityOn(string column) => Equalities.FirstOrDefault(equality => equality.Column.Is(column));
}
