using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.Analyzers.DataAccess.Placeholders;

/// <summary>Interpolated strings that Entity Framework takes apart: each hole becomes a parameter, constants too.</summary>
internal static class FormattableTexts
{
    /// <summary>The methods that take one.</summary>
    public static ImmutableArray<string> Methods { get; } = ImmutableArray.Create(
        "FromSql", "FromSqlInterpolated", "ExecuteSql", "ExecuteSqlAsync", "ExecuteSqlInterpolated",
        "ExecuteSqlInterpolatedAsync", "SqlQuery", "ExecuteSqlCommand", "ExecuteSqlCommandAsync");

    /// <summary>The text that a call of one of the methods is given.</summary>
    public static IEnumerable<IOperation> In(IOperation operation, KnownTypes types)
    {
        if (operation is not IInvocationOperation call || !Methods.Contains(call.TargetMethod.Name))
            return [];
        var container = call.TargetMethod.ContainingType;
        var isMapper = SymbolEqualityComparer.Default.Equals(container, types["Microsoft.EntityFrameworkCore.RelationalQueryableExtensions"])
            || SymbolEqualityComparer.Default.Equals(container, types["Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions"]);
        return isMapper ? call.Arguments.Where(IsTaken).Select(static argument => argument.Value) : [];
    }

    /// <summary>The interpolated string of such an argument; null for other texts, and where it is made elsewhere.</summary>
    public static InterpolatedStringExpressionSyntax? Of(IOperation text) =>
        text.Parent is IArgumentOperation argument && IsTaken(argument) ? text.Syntax as InterpolatedStringExpressionSyntax : null;

    private static bool IsTaken(IArgumentOperation argument) => argument.Parameter is { Name: "sql", Type.Name: "FormattableString" };

    /// <summary>The pieces of the string; null where it is half-typed.</summary>
    public static ComposedText? Compose(InterpolatedStringExpressionSyntax text, SemanticModel model, CancellationToken cancellation)
    {
        var pieces = ImmutableArray.CreateBuilder<TextPiece>();
        foreach (var content in text.Contents)
        {
            if (content is InterpolationSyntax hole)
                pieces.Add(new HolePiece(hole, hole.Expression, model.GetTypeInfo(hole.Expression, cancellation).Type));
            else if (content is InterpolatedStringTextSyntax part && LiteralDecoder.Decode(part) is { } mapped)
                pieces.Add(new LiteralPiece(part, mapped));
            else
                return null;
        }

        return new ComposedText(pieces.ToImmutable(), ImmutableArray<TextStep>.Empty);
    }
}
