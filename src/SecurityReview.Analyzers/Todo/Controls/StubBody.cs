using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>Recognises bodies that say yes whatever they are asked, by syntax: the gate before any symbol is looked at.</summary>
internal static class StubBody
{
    private static readonly string[] s_logging = ["Log", "Write", "Trace", "Debug", "Info", "Warn", "Error", "Verbose"];

    /// <summary>The words without one of which nobody says yes.</summary>
    private static readonly string[] s_words = ["true", "Success", "Succeed"];

    /// <summary>The functions of a file that have a word for yes, not those around them: methods, local functions and callbacks with parameters in parentheses.</summary>
    public static IEnumerable<SyntaxNode> FunctionsIn(SyntaxTree tree, CancellationToken cancellation)
    {
        var names = TreeNames.Of(tree, cancellation);
        return s_words.SelectMany(word => names.TokensOf(word, cancellation))
            .Select(static token => token.Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .Where(static function => function is MethodDeclarationSyntax or LocalFunctionStatementSyntax or ParenthesizedLambdaExpressionSyntax or AnonymousMethodExpressionSyntax)
            .Select(static function => function!).Distinct();
    }

    /// <summary>The parts of a body with which it says yes; empty where it does anything else.</summary>
    public static IReadOnlyList<SyntaxNode> YesIn(SyntaxNode? body) => body switch
    {
        BlockSyntax block => InBlock(block),
        ArrowExpressionClauseSyntax arrow when IsYes(arrow.Expression) || IsSucceed(arrow.Expression) => [arrow.Expression],
        ExpressionSyntax expression when IsYes(expression) => [expression],
        _ => [],
    };

    private static IReadOnlyList<SyntaxNode> InBlock(BlockSyntax block)
    {
        var yes = new List<SyntaxNode>();
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case ReturnStatementSyntax { Expression: { } value } when IsYes(value):
                case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } when IsSucceed(call):
                case ForEachStatementSyntax loop when SucceedsForAll(loop):
                    yes.Add(statement);
                    break;
                case ReturnStatementSyntax { Expression: null }:
                case ReturnStatementSyntax { Expression: { } done } when yes.Count > 0 && IsCompletedTask(done):
                case ExpressionStatementSyntax { Expression: AwaitExpressionSyntax { Expression: var awaited } } when IsIdle(awaited):
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } }:
                case ExpressionStatementSyntax { Expression: InvocationExpressionSyntax log } when s_logging.Any(start => NameOf(log).StartsWith(start, StringComparison.Ordinal)):
                case EmptyStatementSyntax:
                    break;
                default:
                    return [];
            }
        }

        return yes;
    }

    /// <summary><c>true</c>, a success, or a finished task with one.</summary>
    private static bool IsYes(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.TrueLiteralExpression),
        ParenthesizedExpressionSyntax parenthesized => IsYes(parenthesized.Expression),
        AwaitExpressionSyntax awaited => IsYes(awaited.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call when NameOf(call) == "FromResult" => IsYes(call.ArgumentList.Arguments[0].Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call => NameOf(call) == "Success",
        InvocationExpressionSyntax call => NameOf(call) == "Success" && call.Expression is MemberAccessExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: "PolicyAuthorizationResult" } },
        BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 1 } arguments } creation =>
            creation is ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { Type: GenericNameSyntax { Identifier.ValueText: "ValueTask" } } && IsYes(arguments.Arguments[0].Expression),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Success", Expression: SimpleNameSyntax { Identifier.ValueText: "PasswordVerificationResult" or "IdentityResult" } } => true,
        _ => false,
    };

    /// <summary><c>context.Succeed(requirement)</c>.</summary>
    private static bool IsSucceed(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Succeed" } };

    private static bool SucceedsForAll(ForEachStatementSyntax loop)
    {
        var statement = loop.Statement is BlockSyntax { Statements.Count: 1 } block ? block.Statements[0] : loop.Statement;
        return statement is ExpressionStatementSyntax { Expression: var call } && IsSucceed(call);
    }

    private static bool IsCompletedTask(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression };

    private static bool IsIdle(ExpressionSyntax expression) =>
        IsCompletedTask(expression) || (expression is InvocationExpressionSyntax call && NameOf(call) is "Yield" or "Delay");

    private static string NameOf(ExpressionSyntax expression) => expression is not InvocationExpressionSyntax call ? "" : call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
