using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.CodeFixes.DataAccess.Sinks;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Queries;

/// <summary>Finds the sink of a query that is read like SQL: quotes around values, names and operators between them.</summary>
internal static class QueryTextSinks
{
    /// <summary>The sink that a finding stands at; null where the store has no bound form for its text.</summary>
    public static SqlTextSink? Find(RepairContext context)
    {
        if (SqlTextSinks.TextAt(context) is not { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ExpressionSyntax call } } argument } text ||
            context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method ||
            CallArguments.ParameterOf(argument, method) is not { Type.SpecialType: SpecialType.System_String } parameter)
        {
            return null;
        }

        return method.ContainingNamespace.ToDisplayString() switch
        {
            "Microsoft.Azure.Cosmos" when parameter.Name is "query" or "queryText" => CosmosTextSink.Of(text, argument, call, method),
            "System.Linq.Dynamic.Core" when call is InvocationExpressionSyntax invocation => DynamicLinqSink.Of(text, invocation, method, parameter),
            _ => null,
        };
    }
}
