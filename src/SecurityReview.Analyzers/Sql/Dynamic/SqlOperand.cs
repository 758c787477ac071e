using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>One operand of a concatenation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Token">The token that names it: the literal, the variable, the function.</param>
/// <param name="Inner">The arguments, branches or items.</param>
/// <param name="Type">The type that it is cast to, if it is.</param>
internal sealed record SqlOperand(SqlOperandKind Kind, SqlToken Token, ImmutableArray<SqlExpression> Inner, string? Type = null);
