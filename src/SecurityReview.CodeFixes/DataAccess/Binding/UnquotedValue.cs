using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>The value of a hole that stands without quotes: a number, or text that the database is left to convert.</summary>
internal sealed class UnquotedValue(SqlDialect dialect, SemanticModel model, CancellationToken cancellation)
{
    private readonly QuoteDoubling _doubling = new(model, cancellation);

    /// <summary>The expression whose value means the same as its text did; null where that is not certain.</summary>
    public ExpressionSyntax? Of(SqlHole hole, HolePiece piece)
    {
        if (piece.Format is not null)
            return null;
        var expression = WithoutToString(piece.Expression);
        var type = model.GetTypeInfo(expression, cancellation).Type;
        return ValueKinds.Of(type) switch
        {
            ValueKind.Integral => expression,
            // A double's text is the number itself wherever it was valid SQL at all. A float's is not: as a double it gets more digits.
            ValueKind.Double => expression,
            ValueKind.Decimal when IsColumn(hole) || dialect is not (SqlDialect.Sqlite or SqlDialect.Unknown) => expression,
            ValueKind.Boolean when IsColumn(hole) => expression,
            ValueKind.Text when ConvertsText(hole) && !_doubling.IsSuspected(expression) => expression,
            ValueKind.TextLike when ConvertsText(hole) && !_doubling.IsSuspected(expression) => SyntaxFactory.ParseExpression($"{Receiver(expression)}.ToString()"),
            _ => null,
        };
    }

    private static bool IsColumn(SqlHole hole) => hole.Context is SqlValueContext.ComparedWithColumn or SqlValueContext.Stored;

    /// <summary>
    /// Text in the place of a number: the column's type converts it in most databases. PostgreSQL refuses to compare, and an
    /// expression or LIMIT has no column to ask.
    /// </summary>
    private bool ConvertsText(SqlHole hole) => IsColumn(hole) && dialect != SqlDialect.Postgresql;

    /// <summary>The number in <c>number.ToString()</c>, in whatever culture.</summary>
    private ExpressionSyntax WithoutToString(ExpressionSyntax expression)
    {
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } member } call)
            return expression;
        var isPlain = call.ArgumentList.Arguments.Count == 0
            || (call.ArgumentList.Arguments.Count == 1 && model.GetTypeInfo(call.ArgumentList.Arguments[0].Expression, cancellation).Type is { Name: "CultureInfo" });
        return isPlain && ValueKinds.Of(model.GetTypeInfo(member.Expression, cancellation).Type) is ValueKind.Integral or ValueKind.Double or ValueKind.Decimal
            ? member.Expression
            : expression;
    }

    internal static string Receiver(ExpressionSyntax expression)
    {
        var isPrimary = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax;
        var text = expression.WithoutTrivia().ToString();
        return isPrimary ? text : $"({text})";
    }
}
