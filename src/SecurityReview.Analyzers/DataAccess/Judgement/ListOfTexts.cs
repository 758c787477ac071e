using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>Whether an expression strings several texts together.</summary>
internal static class ListOfTexts
{
    private static readonly string[] s_joining = ["Join", "Aggregate", "Concat", "AppendJoin"];

    /// <summary>Whether the text of a hole is put together from the elements of a collection, there or in the local that it is.</summary>
    /// <param name="piece">The hole.</param>
    /// <param name="isElement">Whether other elements stand beside it, so that it may be one as well.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="cancellation">Stops the question.</param>
    public static bool Makes(HolePiece piece, bool isElement, SemanticModel model, CancellationToken cancellation)
    {
        if (piece.IsRepeated || (isElement ? piece.Expression.DescendantNodesAndSelf().Any(IsJoining) : Joins(piece.Expression, model, cancellation)))
            return true;
        if (isElement)
            return false;
        return piece.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Select(name => model.GetSymbolInfo(name, cancellation).Symbol).OfType<ILocalSymbol>()
            .Any(local => IsFilledFromMany(local, model, cancellation));
    }

    private static bool Joins(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(node => node switch
        {
            InvocationExpressionSyntax => IsJoining(node),
            // codes[0] is one of them.
            IdentifierNameSyntax or MemberAccessExpressionSyntax => node.Parent is not ElementAccessExpressionSyntax && IsManyTexts(model.GetTypeInfo(node, cancellation).Type),
            _ => false,
        });

    private static bool IsJoining(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && s_joining.Contains(name);

    private static bool IsManyTexts(ITypeSymbol? type) => type?.SequenceElement() is { SpecialType: SpecialType.System_String };

    private static bool IsFilledFromMany(ILocalSymbol local, SemanticModel model, CancellationToken cancellation)
    {
        if (LocalReferences.Declarator(local, cancellation) is not { } declarator || declarator.SyntaxTree != model.SyntaxTree)
            return false;
        if (declarator.Initializer is { } initializer && Joins(initializer.Value, model, cancellation))
            return true;
        foreach (var mention in LocalReferences.Of(local, LocalReferences.BodyOf(declarator), model, cancellation))
        {
            var isAppended = mention.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } added && added.Left == mention
                || mention.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append" or "AppendFormat" or "AppendLine" or "Insert" } call && call.Expression == mention;
            if (isAppended && mention.Ancestors().TakeWhile(ancestor => !ancestor.Span.Contains(declarator.Span)).Any(static ancestor => ancestor is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
                return true;
            if (mention.Parent is AssignmentExpressionSyntax assignment && assignment.Left == mention && Joins(assignment.Right, model, cancellation))
                return true;
        }

        return false;
    }
}
