using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>Operands that <c>+</c> or <c>||</c> joins.</summary>
/// <param name="Operands">The operands in order; empty where none was recognised.</param>
/// <param name="Start">The index of the first token.</param>
/// <param name="End">The index after the last one.</param>
internal sealed record SqlExpression(ImmutableArray<SqlOperand> Operands, int Start, int End);
