using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Repairs deletes that are the whole body of a function, or whose task it returns without the count.</summary>
internal static class FunctionPlan
{
    private const string OneLevel = "    ";

    /// <summary>The edit for <c>=> delete</c>: a body of statements, asynchronous where the task was returned.</summary>
    public static Action<SyntaxEditor>? OfExpressionBody(DeleteSite site, StatementSyntax answer, RepairContext context)
    {
        if (HasComment(site) || (site.IsTask && !CanBeAsync(site)))
            return null;
        var statements = Statements(site, answer, context);
        if (site.IsLong)
            statements[0] = statements[0].WithLeadingTrivia(SyntaxFactory.CarriageReturnLineFeed, SyntaxFactory.Whitespace(Indentation(site.Function) + OneLevel));
        var body = SyntaxFactory.Block(statements).WithOpenBraceToken(OpenBrace(site.Function)).WithAdditionalAnnotations(Formatter.Annotation);
        return editor => editor.ReplaceNode(site.Function, (current, _) => WithBody(site.IsTask ? AsyncFunction.Of(current) : current, body));
    }

    /// <summary>The edit for <c>return delete;</c> in a function that returns a task without a result: it becomes asynchronous.</summary>
    public static Action<SyntaxEditor>? OfReturnedTask(ReturnStatementSyntax statement, DeleteSite site, StatementSyntax answer, RepairContext context)
    {
        if (!site.IsTask || !CanBeAsync(site) || statement.Parent is not BlockSyntax block)
            return null;
        var others = ReturnsIn(site.Function).Where(other => other != statement).ToList();
        if (!others.All(IsCompletedTask))
            return null;
        var statements = Statements(site, answer, context);
        if (block.Parent != site.Function || block.Statements.Last() != statement)
            statements.Add(SyntaxFactory.ReturnStatement());
        statements[0] = statements[0].WithLeadingTrivia(statement.GetLeadingTrivia());
        statements[statements.Count - 1] = statements[statements.Count - 1].WithTrailingTrivia(statement.GetTrailingTrivia());
        return editor =>
        {
            foreach (var following in statements.Skip(1).Reverse())
                editor.InsertAfter(statement, following.WithAdditionalAnnotations(Formatter.Annotation));
            editor.ReplaceNode(statement, statements[0]);
            foreach (var other in others)
                editor.ReplaceNode(other, other.WithExpression(null).WithReturnKeyword(other.ReturnKeyword.WithTrailingTrivia()));
            editor.ReplaceNode(site.Function, (current, _) => AsyncFunction.Of(current));
        };
    }

    /// <summary>
    /// The formatter moves the lines of a long query as far as it moves the statement that they belong to, so that starts out where it
    /// will stand.
    /// </summary>
    private static string Indentation(SyntaxNode function)
    {
        var position = function.GetLocation().GetLineSpan().StartLinePosition;
        var line = function.SyntaxTree.GetText().Lines[position.Line].ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>A block on one line would stay there; and the brace of a lambda's block stays in its column.</summary>
    private static SyntaxToken OpenBrace(SyntaxNode function) =>
        SyntaxFactory.Token(
            function is LambdaExpressionSyntax ? SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(Indentation(function))) : SyntaxFactory.TriviaList(SyntaxFactory.ElasticMarker),
            SyntaxKind.OpenBraceToken,
            SyntaxFactory.TriviaList(SyntaxFactory.ElasticCarriageReturnLineFeed));

    private static List<StatementSyntax> Statements(DeleteSite site, StatementSyntax answer, RepairContext context)
    {
        var outcome = site.Outcome.WithoutTrivia();
        var count = site.IsTask ? SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), outcome) : outcome;
        if (!site.IsLong)
            return [OutcomeTest.If(site.Reading.None(count), answer)];
        var name = OutcomeTest.NameFor(site, context);
        return [OutcomeTest.Keep(name, count), OutcomeTest.If(site.Reading.None(SyntaxFactory.IdentifierName(name)), answer)];
    }

    /// <summary>An asynchronous function has no parameters by reference.</summary>
    private static bool CanBeAsync(DeleteSite site) =>
        !site.Symbol.IsAsync && site.Symbol.Parameters.All(parameter => parameter.RefKind == RefKind.None);

    /// <summary>The statements of a function that return from it, not from functions nested in it.</summary>
    private static IEnumerable<ReturnStatementSyntax> ReturnsIn(SyntaxNode function) =>
        function.DescendantNodes(node => node == function || node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<ReturnStatementSyntax>();

    private static bool IsCompletedTask(ReturnStatementSyntax statement) =>
        statement.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask", Expression: var type }
        && (type as SimpleNameSyntax ?? (type as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == "Task";

    /// <summary>A comment between the arrow and the end has no place in the new body.</summary>
    private static bool HasComment(DeleteSite site)
    {
        var arrow = site.Outcome.Parent is ArrowExpressionClauseSyntax clause ? clause.ArrowToken : ((LambdaExpressionSyntax)site.Function).ArrowToken;
        return arrow.GetAllTrivia().Concat(site.Outcome.GetLeadingTrivia()).Concat(site.Outcome.GetTrailingTrivia())
            .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
    }

    private static SyntaxNode WithBody(SyntaxNode function, BlockSyntax body) => function switch
    {
        MethodDeclarationSyntax method => method.WithExpressionBody(null).WithSemicolonToken(default)
            .WithParameterList(method.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))
            .WithBody(body.WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)),
        LocalFunctionStatementSyntax local => local.WithExpressionBody(null).WithSemicolonToken(default)
            .WithParameterList(local.ParameterList.WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed))
            .WithBody(body.WithTrailingTrivia(local.SemicolonToken.TrailingTrivia)),
        LambdaExpressionSyntax lambda => lambda.WithArrowToken(lambda.ArrowToken.WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed)).WithBody(body),
        _ => function,
    };
}
