using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess.Judgement;

/// <summary>
/// The filters of tables, in memory and by OData, have no escape but the doubled quote, and those in memory no bound form: a value whose quotes
/// are doubled, between quotes, stays a value there. In other languages a quote is escaped in another way.
/// </summary>
internal static class DoubledQuotes
{
    /// <summary>Whether all untrusted data of a text stays between quotes.</summary>
    /// <param name="context">The operation that is given the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="flowInto">The flow into a part of it; null where none is known.</param>
    public static bool KeepIn(OperationContext context, IOperation text, Func<SyntaxNode, TaintFlow?> flowInto)
    {
        if (!IsFilter(context.Operation) || text.Syntax is not ExpressionSyntax expression || text.SemanticModel is not { } model)
            return false;
        var verb = context.Operation is ICompoundAssignmentOperation ? SqlVerb.Select : SqlVerb.Other;
        if (SqlComposition.Read(expression, model, SqlDialect.Sqlite, verb, context.CancellationToken, TextReading.Lenient) is not { Holes.IsEmpty: false } composition)
            return false;
        return composition.Holes.All(hole =>
            composition.Text.Hole(hole.Index) is var piece &&
            (piece.IsChoice || flowInto(piece.Expression) is not { } flow || (IsBetweenQuotes(hole.Token) && AreDoubled(piece.Expression, flow, model, context.CancellationToken))));
    }

    private static bool IsBetweenQuotes(SqlToken token) => token is { Kind: SqlTokenKind.String, IsClosed: true, Prefix: 1 } && token.Text[0] == '\'';

    private static bool IsFilter(IOperation operation)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property,
            _ => null,
        };
        // What the project itself declares hands the text on.
        return member is { Locations: var places } && (places.Any(static place => place.IsInSource) ||
            member.ContainingNamespace.ToDisplayString() is "System.Data" or "System.Web.UI.WebControls" or "Azure.Data.Tables" or "Microsoft.Azure.Cosmos.Table" or "Microsoft.WindowsAzure.Storage.Table");
    }

    /// <summary>Whether they are in a value, or on the way to it.</summary>
    private static bool AreDoubled(ExpressionSyntax value, TaintFlow flow, SemanticModel model, CancellationToken cancellation) =>
        Doubles(value) || DoublesInside(value, model, cancellation) ||
        flow.Path.Any(step => step.SourceTree is { } tree && tree.GetRoot(cancellation).FindNode(step.SourceSpan, getInnermostNodeForTie: true) is var node &&
            (Doubles(node) || node.Ancestors().TakeWhile(static outer => outer is ExpressionSyntax or ArgumentSyntax or ArgumentListSyntax).Any(IsDoubling)));

    private static bool Doubles(SyntaxNode node) => node.DescendantNodesAndSelf().Any(IsDoubling);

    /// <summary>Whether a local was made so, or a method of the project does it.</summary>
    private static bool DoublesInside(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        (value is IdentifierNameSyntax or InvocationExpressionSyntax) &&
        model.GetSymbolInfo(value, cancellation).Symbol is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } &&
        model.GetSymbolInfo(value, cancellation).Symbol!.DeclaringSyntaxReferences.Any(reference => Doubles(reference.GetSyntax(cancellation)));

    private static bool IsDoubling(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Replace" }, ArgumentList.Arguments: { Count: 2 or 3 } arguments } &&
        IsText(arguments[0], "'") && IsText(arguments[1], "''");

    private static bool IsText(ArgumentSyntax argument, string text) => argument.Expression is LiteralExpressionSyntax literal && literal.Token.ValueText == text;
}
