using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>A delete that makes room for a new row of the same kind: whether an old one was there does not matter.</summary>
internal static class Replacement
{
    private const string Insert = "INSERT INTO";

    /// <summary>Whether the function adds a row to the same entity or table after the delete.</summary>
    public static bool Follows(IOperation delete, DeleteScope scope)
    {
        foreach (var operation in FunctionBody.Operations(FunctionBody.Of(delete)))
        {
            if (operation.Syntax.SpanStart <= delete.Syntax.Span.End)
                continue;
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: "Add" or "AddAsync" or "AddRange" or "AddRangeAsync" } add when IsFor(add, scope.Target):
                case ILiteralOperation { ConstantValue: { HasValue: true, Value: string sql } } when Inserts(sql, scope):
                case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string part } } when Inserts(part, scope):
                    return true;
            }
        }

        return false;
    }

    private static bool IsFor(IInvocationOperation add, string target) =>
        add.Arguments.Any(argument => argument.Value.Unwrap().Type?.Name == target)
        || (add.Instance?.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault()?.Name == target;

    private static bool Inserts(string sql, DeleteScope scope)
    {
        var insert = sql.IndexOf(Insert, StringComparison.OrdinalIgnoreCase);
        return insert >= 0 && sql.IndexOf(scope.Table ?? scope.Target, insert, StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
