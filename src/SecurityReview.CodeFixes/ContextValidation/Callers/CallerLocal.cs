using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation.Callers;

/// <summary>The caller's value as it is used in a repair: a local that is there already, a member as it is, or a new local before the statement.</summary>
/// <param name="Use">What stands in the comparison.</param>
/// <param name="Declaration">The new local; null where none is needed.</param>
/// <param name="Before">The statement that it stands before.</param>
internal sealed record CallerLocal(ExpressionSyntax Use, StatementSyntax? Declaration, StatementSyntax? Before)
{
    /// <summary>Adds the new local, if there is one.</summary>
    public void Declare(SyntaxEditor editor)
    {
        if (Declaration is not null && Before is not null)
            Statements.InsertBefore(editor, Before, Declaration);
    }

    /// <param name="place">Where the comparison is to stand.</param>
    public static CallerLocal? For(SyntaxNode place, string key, ITypeSymbol type, RepairContext context)
    {
        var statement = place.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(static candidate => candidate.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax);
        var function = EnclosingFunction.Of(place.FirstAncestorOrSelf<StatementSyntax>() ?? place, context.Model, context.CancellationToken);
        if (statement is not null && (function is null || !function.Node.Span.Contains(statement.Span)))
            statement = null;
        if (statement is not null && Existing(statement, key, type, context) is { } local)
            return new CallerLocal(SyntaxFactory.IdentifierName(local), null, null);
        if (CallerExpression.At(place.SpanStart, key, type, context) is not { } expression)
            return null;
        if (expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } || expression is IdentifierNameSyntax)
            return new CallerLocal(Annotated(expression), null, null);
        if (statement is null)
            return new CallerLocal(Annotated(expression), null, null);
        var scope = (SyntaxNode?)function?.Node ?? statement;
        var taken = scope.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText).ToList();
        var name = FreeName.Like(OwnershipKeys.IsOfTenant(key) ? "tenantId" : "userId", hint => !taken.Contains(hint) && context.Pass.TakeName(scope, hint));
        var declaration = SyntaxFactory.LocalDeclarationStatement(SyntaxFactory.VariableDeclaration(SyntaxFactory.IdentifierName("var"))
                .AddVariables(SyntaxFactory.VariableDeclarator(name).WithInitializer(SyntaxFactory.EqualsValueClause(Annotated(expression)))))
            .NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.EndOfLine("\n")).WithAdditionalAnnotations(Formatter.Annotation);
        return new CallerLocal(SyntaxFactory.IdentifierName(name), declaration, statement);
    }

    private static ExpressionSyntax Annotated(ExpressionSyntax expression) => expression.WithAdditionalAnnotations(Simplifier.Annotation, Simplifier.AddImportsAnnotation);

    /// <summary>A local before the statement that holds the caller's value for the key.</summary>
    private static string? Existing(StatementSyntax statement, string key, ITypeSymbol type, RepairContext context)
    {
        var vocabulary = OwnershipVocabulary.For(KnownTypes.Of(context.Model.Compilation), context.Document.Project.AnalyzerOptions, context.Root.SyntaxTree);
        foreach (var symbol in context.Model.LookupSymbols(statement.SpanStart).OfType<ILocalSymbol>().Where(local => SymbolEqualityComparer.Default.Equals(local.Type, type)))
        {
            if (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator && declarator.SpanStart < statement.SpanStart
                && OwnershipKeys.IsOfTenant(key) == PlainName.ContainsAny(PlainName.Of(symbol.Name), ["tenant", "org"])
                && context.Model.GetOperation(value, context.CancellationToken) is { } operation && CallerIdentity.Read(operation, vocabulary) is not null)
            {
                return symbol.Name;
            }
        }

        return null;
    }
}
