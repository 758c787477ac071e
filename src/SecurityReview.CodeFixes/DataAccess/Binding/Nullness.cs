using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>Whether a value can be null: a database parameter without a value is an error, an empty piece of text was none.</summary>
internal static class Nullness
{
    private static readonly string[] s_neverNull = ["Trim", "TrimStart", "TrimEnd", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Substring", "Replace", "PadLeft", "PadRight", "Normalize", "Concat", "Join", "Format"];

    /// <param name="expression">The expression at the place where it stands now.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="moves">Whether it will be evaluated where what is known here may not hold.</param>
    /// <param name="cancellation">Stops the question.</param>
    public static bool MayBeNull(ExpressionSyntax expression, SemanticModel model, bool moves, CancellationToken cancellation)
    {
        var info = model.GetTypeInfo(expression, cancellation);
        if (info.Type is { IsValueType: true } value)
            return value.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (IsNeverNull(expression, model, cancellation))
            return false;
        var isKnown = (model.GetNullableContext(expression.SpanStart) & NullableContext.Enabled) == NullableContext.Enabled;
        if (!isKnown || info.Nullability.FlowState != NullableFlowState.NotNull)
            return true;
        // Inside the condition that protects it the flow says not null; outside only the declaration counts.
        return moves && MayBeNullAnywhere(model.GetSymbolInfo(expression, cancellation).Symbol, model, cancellation);
    }

    /// <summary>Whether a variable or member may be null wherever it is read. A local without a type of its own is what it was declared with, if nothing else is ever given to it.</summary>
    private static bool MayBeNullAnywhere(ISymbol? symbol, SemanticModel model, CancellationToken cancellation) =>
        DeclaredType(symbol) is not { NullableAnnotation: NullableAnnotation.NotAnnotated }
        && !(symbol is ILocalSymbol local && LocalReferences.Initializer(local, model, cancellation) is { } value && !LocalReferences.IsWritten(local, model, cancellation)
            && !MayBeNull(value, model, moves: false, cancellation));

    private static bool IsNeverNull(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return IsNeverNull(parenthesized.Expression, model, cancellation);
            case LiteralExpressionSyntax literal:
                return !literal.IsKind(SyntaxKind.NullLiteralExpression);
            case InterpolatedStringExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression }:
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                return IsNeverNull(choice.Right, model, cancellation);
            case InvocationExpressionSyntax call:
                return model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } method && s_neverNull.Contains(method.Name);
            default:
                return false;
        }
    }

    private static ITypeSymbol? DeclaredType(ISymbol? symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };
}
