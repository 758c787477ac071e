using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>The texts that an expression strings together.</summary>
/// <param name="Source">The collection as it is written.</param>
/// <param name="Values">The expression of the texts: the collection, or what is selected from its elements.</param>
/// <param name="Type">The type of <paramref name="Values"/>; null for what is selected.</param>
/// <param name="MayHoldNull">Whether one of the texts can be null.</param>
/// <param name="IsQuotedOutside">Whether the quotes stand around the whole list, so that an empty one was the empty text.</param>
/// <param name="Unused">The declarations of the locals that nothing else reads: the list, the quoted texts.</param>
internal sealed record JoinedList(
    ExpressionSyntax Source, ExpressionSyntax Values, ITypeSymbol? Type, bool MayHoldNull, bool IsQuotedOutside, ImmutableArray<LocalDeclarationStatementSyntax> Unused);
