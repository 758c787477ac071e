namespace SecurityReview.Analyzers.Sql;

/// <summary>A condition <c>column = operand</c>, whichever side the column stands on.</summary>
/// <param name="Column">The column, with its qualifier if it has one.</param>
/// <param name="Operand">The placeholder, literal, server variable or hole that it is compared with.</param>
internal sealed record SqlEquality(SqlName Column, SqlToken Operand);
