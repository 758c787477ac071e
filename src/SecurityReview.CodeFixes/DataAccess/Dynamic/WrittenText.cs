using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>Finds where the text that an expression names is written: a constant, a readonly field or a local of the file that is never changed.</summary>
internal static class WrittenText
{
    private const int MaximalSteps = 4;

    /// <summary>The expression that writes it; the same one where it names nothing of the kind.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        for (var step = 0; step < MaximalSteps && expression is IdentifierNameSyntax or MemberAccessExpressionSyntax; step++)
        {
            var symbol = model.GetSymbolInfo(expression, cancellation).Symbol;
            var isFixed = symbol is IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true, IsStatic: true } or ILocalSymbol { IsConst: true }
                || (symbol is ILocalSymbol local && !LocalReferences.IsWritten(local, model, cancellation));
            if (!isFixed || symbol!.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || reference.SyntaxTree != model.SyntaxTree
                || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: var value })
            {
                break;
            }

            expression = value;
        }

        return expression;
    }
}
