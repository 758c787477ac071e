using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Finds where a function reads the credential that it uses up later.</summary>
internal static class CredentialReads
{
    private static readonly HashSet<string> s_queries = new(StringComparer.Ordinal) { "Any", "AnyAsync", "Count", "CountAsync", "LongCount", "LongCountAsync" };

    /// <summary>The call that reads it; null where the function does not: it was handed in, or just made.</summary>
    public static IOperation? Before(Consumption consumption)
    {
        if (consumption.Object is { } local)
            return OfLocal(local, consumption.Act);
        var before = FunctionBody.Operations(FunctionBody.Of(consumption.Act)).Where(operation => operation.Syntax.Span.End <= consumption.Act.Syntax.SpanStart);
        if (consumption.Kind == ConsumptionKind.Entry)
            return before.FirstOrDefault(operation => ConsumedEntries.IsRead(operation, consumption));
        return before.FirstOrDefault(operation => operation switch
        {
            IInvocationOperation call => consumption.Entity is { } entity && Reads(call, entity),
            ILiteralOperation { ConstantValue: { HasValue: true, Value: string sql } } => consumption.Table is { } table && Selects(sql, table),
            _ => false,
        });
    }

    private static bool Reads(IInvocationOperation call, ITypeSymbol entity) =>
        Same(call.TargetMethod.ReturnType.UnwrapTask(), entity) || (s_queries.Contains(call.TargetMethod.Name) && Same(call.TargetMethod.TypeArguments.FirstOrDefault(), entity));

    private static bool Same(ITypeSymbol? type, ITypeSymbol entity) => SymbolEqualityComparer.Default.Equals(type, entity);

    private static bool Selects(string sql, string table) =>
        sql.IndexOf("SELECT", StringComparison.OrdinalIgnoreCase) >= 0 && sql.IndexOf(table, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The look-up that a local was declared with, by <c>=</c> or by a pattern. The locals of a loop stand for many.</summary>
    private static IOperation? OfLocal(ILocalSymbol local, IOperation act)
    {
        if (SingleAssignment.ValueOf(local, act) is { } assigned)
            return LookupIn(assigned);
        foreach (var operation in FunctionBody.Operations(FunctionBody.Of(act)))
        {
            switch (operation)
            {
                case IDeclarationPatternOperation pattern when Same(pattern.DeclaredSymbol, local):
                case IRecursivePatternOperation recursive when Same(recursive.DeclaredSymbol, local):
                    return Tested(operation) is { } value ? LookupIn(value) : null;
            }
        }

        return null;
    }

    private static bool Same(ISymbol? declared, ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(declared, local);

    private static IOperation? Tested(IOperation pattern)
    {
        var current = pattern.Parent;
        while (current is IPatternOperation)
            current = current.Parent;
        return (current as IIsPatternOperation)?.Value;
    }

    private static IOperation? LookupIn(IOperation value) => ValueForm.Peel(value) is IInvocationOperation call && !call.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal) ? call : null;
}
