using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Builds the statements that test a count.</summary>
internal static class OutcomeTest
{
    private static readonly string[] s_names = ["rows", "deletedRows", "rowsDeleted"];

    /// <summary><c>if (count == 0) { answer }</c>.</summary>
    public static IfStatementSyntax IfNone(ExpressionSyntax count, StatementSyntax answer) => If(OutcomeReading.Count.None(count), answer);

    /// <summary><c>if (condition) { answer }</c>.</summary>
    public static IfStatementSyntax If(ExpressionSyntax condition, StatementSyntax answer) =>
        SyntaxFactory.IfStatement(condition, SyntaxFactory.Block(answer)).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary><c>return condition;</c>.</summary>
    public static ReturnStatementSyntax Return(ExpressionSyntax condition) => SyntaxFactory.ReturnStatement(condition.WithLeadingTrivia(SyntaxFactory.Space));

    /// <summary><c>count > 0</c>.</summary>
    public static ExpressionSyntax Some(ExpressionSyntax count) =>
        SyntaxFactory.BinaryExpression(
            SyntaxKind.GreaterThanExpression,
            count.WithTrailingTrivia(count.GetTrailingTrivia().Add(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.GreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space),
            Zero());

    /// <summary><c>var name = count;</c>. It is not formatted: the lines of a long query stay where they were.</summary>
    public static LocalDeclarationStatementSyntax Keep(string name, ExpressionSyntax count) =>
        SyntaxFactory.LocalDeclarationStatement(SyntaxFactory.VariableDeclaration(
            SyntaxFactory.IdentifierName("var").WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(
                SyntaxFactory.Identifier(name).WithTrailingTrivia(SyntaxFactory.Space),
                null,
                SyntaxFactory.EqualsValueClause(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), count)))));

    /// <summary>The names for a count.</summary>
    public static string[] Names => s_names;

    /// <summary>A name for the outcome that nothing in the member has, also not by another repair of the same run.</summary>
    public static string NameFor(DeleteSite site, RepairContext context) => NameFor(site.Function, context, [.. site.Reading.Names]);

    /// <summary>The first of some names that nothing in the member around a node has, also not by another repair of the same run.</summary>
    public static string NameFor(SyntaxNode node, RepairContext context, params string[] names)
    {
        var member = node.AncestorsAndSelf().LastOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)) ?? node;
        var scope = member is GlobalStatementSyntax ? context.Root : member;
        var taken = new HashSet<string>(
            scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText), StringComparer.Ordinal);
        return names.FirstOrDefault(Take) ?? FreeName.Like(names[0], Take);

        bool Take(string name) => !taken.Contains(name) && context.Pass.TakeName(scope, name);
    }

    /// <summary><c>0</c>.</summary>
    public static LiteralExpressionSyntax Zero() =>
        SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0));
}
