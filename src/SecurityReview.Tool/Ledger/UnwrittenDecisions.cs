using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Todo.Controls;

namespace SecurityReview.Tool.Ledger;

/// <summary>
/// Methods that are to decide about security and throw <see cref="NotImplementedException"/> instead, as the repair of a stub leaves them. They let nobody
/// pass, so no rule warns of them; but somebody has to write them.
/// </summary>
internal static class UnwrittenDecisions
{
    private const string Exception = nameof(NotImplementedException);

    /// <param name="model">One file.</param>
    /// <param name="decisions">What decides about security.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The methods, each with the place of its name.</returns>
    public static IEnumerable<(IMethodSymbol Method, Location Location)> In(SemanticModel model, DecisionMethods decisions, CancellationToken cancellation)
    {
        if (!model.SyntaxTree.GetText(cancellation).ToString().Contains(Exception, StringComparison.Ordinal))
            yield break;
        foreach (var node in model.SyntaxTree.GetRoot(cancellation).DescendantNodes())
        {
            var (identifier, body) = node switch
            {
                MethodDeclarationSyntax method => (method.Identifier, (SyntaxNode?)method.Body ?? method.ExpressionBody),
                LocalFunctionStatementSyntax local => (local.Identifier, (SyntaxNode?)local.Body ?? local.ExpressionBody),
                _ => default,
            };
            if (Thrown(body) is { } thrown && IsNotImplemented(thrown) && model.GetDeclaredSymbol(node, cancellation) is IMethodSymbol symbol && decisions.Contains(symbol))
                yield return (symbol, identifier.GetLocation());
        }
    }

    /// <summary>What a body throws that does nothing else.</summary>
    private static ExpressionSyntax? Thrown(SyntaxNode? body) => body switch
    {
        BlockSyntax { Statements: [ThrowStatementSyntax { Expression: { } thrown }] } => thrown,
        ArrowExpressionClauseSyntax { Expression: ThrowExpressionSyntax { Expression: var thrown } } => thrown,
        _ => null,
    };

    private static bool IsNotImplemented(ExpressionSyntax thrown) =>
        thrown is ObjectCreationExpressionSyntax creation && creation.Type.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault()?.Identifier.ValueText == Exception;
}
