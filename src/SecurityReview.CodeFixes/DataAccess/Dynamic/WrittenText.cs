using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.DataAccess.Placeholders;
using SecurityReview.Analyzers.Sql.Composition;

namespace SecurityReview.CodeFixes.DataAccess.Dynamic;

/// <summary>Finds where the text that an expression names is written: a constant, a readonly field or a local of the file that is never changed.</summary>
internal static class WrittenText
{
    private const int MaximalSteps = 4;

    /// <summary>The expression that writes it; the same one where it names nothing of the kind.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        for (var step = 0; step < MaximalSteps; step++)
        {
            var value = TextDeclaration.ValueOf(expression, model, cancellation);
            if (value == expression && OfLocal(expression, model, cancellation) is { } made)
                value = made;
            if (value == expression)
                break;
            expression = value;
        }

        return expression;
    }

    /// <summary>What a local that is never written again is declared with; null for anything else.</summary>
    private static ExpressionSyntax? OfLocal(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression is IdentifierNameSyntax && model.GetSymbolInfo(expression, cancellation).Symbol is ILocalSymbol local && !LocalReferences.IsWritten(local, model, cancellation)
            ? (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as VariableDeclaratorSyntax)?.Initializer?.Value
            : null;
}
