using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Finds the sink that a finding stands at. Places that take no parameters along with the text have none.</summary>
internal static class SqlTextSinks
{
    private static readonly string[] s_textParameters = ["commandText", "cmdText", "sql", "selectCommandText"];

    public static SqlTextSink? Find(RepairContext context)
    {
        var text = TextAt(context);
        return text?.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Right == text => AdoTextSink.OfAssignment(assignment, context),
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ExpressionSyntax call } } argument => OfArgument(text, argument, call, context),
            _ => null,
        };
    }

    /// <summary>The text that a finding stands at, with the parentheses around it.</summary>
    public static ExpressionSyntax? TextAt(RepairContext context)
    {
        var text = context.Node as ExpressionSyntax ?? (context.Node as ArgumentSyntax)?.Expression;
        // The innermost node is asked for; the text may be wrapped without a token of its own.
        while (text?.Parent is ExpressionSyntax parent && parent.Span == text.Span)
            text = parent;
        while (text?.Parent is ParenthesizedExpressionSyntax parenthesized)
            text = parenthesized;
        return text;
    }

    private static SqlTextSink? OfArgument(ExpressionSyntax text, ArgumentSyntax argument, ExpressionSyntax call, RepairContext context)
    {
        if (context.Model.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method
            || CallArguments.ParameterOf(argument, method) is not { Type.SpecialType: SpecialType.System_String } parameter)
        {
            return null;
        }

        if (call is InvocationExpressionSyntax && CommandFactory.Makes(method, parameter, context))
            return AdoTextSink.OfCreation(text, call, context);
        if (!s_textParameters.Contains(parameter.Name))
            return null;
        var types = KnownTypes.Of(context.Model.Compilation);
        var container = method.ContainingType;
        if (call is InvocationExpressionSyntax invocation)
        {
            if (Same(container, types["Dapper.SqlMapper"]))
                return DapperTextSink.OfCall(text, invocation.ArgumentList, method, ConnectionOf(invocation, context), "param");
            if (Same(container, types["Microsoft.EntityFrameworkCore.RelationalQueryableExtensions"]) || Same(container, types["Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions"]))
                return EntityFrameworkTextSink.OfCall(text, invocation, method, context);
            return container.IsOrInherits(types["System.Data.Common.DbDataSource"]) ? AdoTextSink.OfCreation(text, invocation, context) : null;
        }

        if (call is not BaseObjectCreationExpressionSyntax { ArgumentList: { } list })
            return null;
        if (Same(container, types["Dapper.CommandDefinition"]))
            return DapperTextSink.OfCall(text, list, method, null, "parameters");
        if (container.IsOrInherits(types["System.Data.Common.DbDataAdapter"]))
            return AdoTextSink.OfAdapter(text, call, context);
        return container.IsOrInherits(types["System.Data.IDbCommand"]) ? AdoTextSink.OfCreation(text, call, context) : null;
    }

    /// <summary>The connection that an extension method is called on.</summary>
    private static ITypeSymbol? ConnectionOf(InvocationExpressionSyntax invocation, RepairContext context) =>
        invocation.Expression is MemberAccessExpressionSyntax member ? context.Model.GetTypeInfo(member.Expression, context.CancellationToken).Type : null;

    private static bool Same(INamedTypeSymbol type, INamedTypeSymbol? known) => known is not null && SymbolEqualityComparer.Default.Equals(type, known);
}
