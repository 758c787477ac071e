using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>How the value that a delete gives tells whether it deleted anything: a count, a flag, or a result that holds the count.</summary>
internal sealed class OutcomeReading
{
    private const string CountOfResult = "DeletedCount";

    private static readonly OutcomeReading s_flag = new("", "deleted", "isDeleted", "wasDeleted");
    private static readonly OutcomeReading s_result = new(CountOfResult, "result", "deletion", "deleteResult");

    private readonly string _member;

    private OutcomeReading(string member, params string[] names)
    {
        _member = member;
        Names = names.ToImmutableArray();
    }

    /// <summary>The reading of a count.</summary>
    public static OutcomeReading Count { get; } = new("", OutcomeTest.Names);

    /// <summary>Names for a local with such a value.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The reading of a value of a type; null for types that tell nothing, or not that alone.</summary>
    public static OutcomeReading? Of(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => Count,
        { SpecialType: SpecialType.System_Boolean } => s_flag,
        INamedTypeSymbol named when named.SelfAndBaseTypes().Any(static current => HasCount(current)) => s_result,
        _ => null,
    };

    /// <summary>The condition that nothing was deleted.</summary>
    public ExpressionSyntax None(ExpressionSyntax value) => this == s_flag
        ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, value)
        : SyntaxFactory.BinaryExpression(SyntaxKind.EqualsExpression, CountIn(value), OutcomeTest.Zero());

    /// <summary>The condition that something was deleted.</summary>
    public ExpressionSyntax Some(ExpressionSyntax value) => this == s_flag ? value : OutcomeTest.Some(CountIn(value));

    private ExpressionSyntax CountIn(ExpressionSyntax value) => _member.Length == 0
        ? value
        : SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Operand(value), SyntaxFactory.IdentifierName(_member));

    private static ExpressionSyntax Operand(ExpressionSyntax value) =>
        value is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(Conditions.Bare(value)).WithTriviaFrom(value) : value;

    private static bool HasCount(ITypeSymbol type) =>
        type.GetMembers(CountOfResult).OfType<IPropertySymbol>().Any(static property => property.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64);
}
