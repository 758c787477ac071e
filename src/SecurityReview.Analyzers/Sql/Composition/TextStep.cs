using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>One expression that contributes to a composed text.</summary>
/// <param name="Root">The outermost expression whose pieces these are.</param>
/// <param name="Statement">The statement before the use that adds it; null where it is written at the use itself.</param>
/// <param name="IsConditional">Whether the statement runs under a condition.</param>
/// <param name="FirstPiece">The index of its first piece.</param>
/// <param name="EndPiece">The index after its last piece.</param>
internal sealed record TextStep(ExpressionSyntax Root, SyntaxNode? Statement, bool IsConditional, int FirstPiece, int EndPiece);
