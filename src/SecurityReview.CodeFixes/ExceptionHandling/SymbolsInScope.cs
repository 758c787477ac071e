using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>The variables and members that code at a place can name without a receiver, the nearest first.</summary>
internal static class SymbolsInScope
{
    public static IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> At(StatementSyntax statement, RepairContext context)
    {
        var position = statement.SpanStart;
        var seesInstance = EnclosingFunction.Of(statement, context.Model, context.CancellationToken)?.SeesInstance ?? true;
        return from symbol in context.Model.LookupSymbols(position)
               let type = TypeOf(symbol)
               where type is not null && IsUsable(symbol, position, seesInstance)
               orderby Rank(symbol), symbol.Name
               select (symbol, type);
    }

    private static bool IsUsable(ISymbol symbol, int position, bool seesInstance) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } declarator && declarator.Span.End < position,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => seesInstance,
        IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } => seesInstance,
        _ => true,
    };

    private static int Rank(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => 0,
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } => 1,
        IFieldSymbol => 2,
        IPropertySymbol => 3,
        _ => 4,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };
}
