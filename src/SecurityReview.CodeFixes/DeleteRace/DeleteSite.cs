using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>A delete whose outcome is dropped, and the function that drops it.</summary>
/// <param name="Outcome">The expression that gives the outcome, with its <c>await</c>; or the task of it where nothing awaits it.</param>
/// <param name="IsTask">Whether <paramref name="Outcome"/> is the task.</param>
/// <param name="Function">The method, local function or lambda around it.</param>
/// <param name="Symbol">The same as a symbol.</param>
/// <param name="Target">The entity or table.</param>
internal sealed record DeleteSite(ExpressionSyntax Outcome, bool IsTask, SyntaxNode Function, IMethodSymbol Symbol, string Target)
{
    /// <summary>How the outcome tells whether anything was deleted.</summary>
    public OutcomeReading Reading { get; init; } = OutcomeReading.Count;

    /// <summary>Whether the outcome takes several lines, so that a test is easier to read behind it than around it.</summary>
    public bool IsLong => Outcome.ToString().IndexOf('\n') >= 0;

    /// <summary>The site of a finding; null where the finding is about many rows, or the code has a shape that no repair knows.</summary>
    public static DeleteSite? Of(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (!properties.TryGetValue(DeleteProperties.IsSingleRow, out var isSingle) || isSingle != "true" || !properties.TryGetValue(DeleteProperties.Target, out var target))
            return null;
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent is not SimpleNameSyntax name || CallOf(name) is not { } call)
            return null;
        var outcome = OutcomeOf(call);
        if (context.Model.GetTypeInfo(outcome, context.CancellationToken).Type is not { } type || OutcomeReading.Of(type.UnwrapTask()) is not { } reading)
            return null;
        var isTask = OutcomeReading.Of(type) is null;
        var function = outcome.Ancestors().FirstOrDefault(IsFunction);
        return function is not null && SymbolOf(function, context) is { } symbol
            ? new DeleteSite(outcome, isTask, function, symbol, target ?? "") { Reading = reading }
            : null;
    }

    /// <summary>The call whose name a finding stands at.</summary>
    public static InvocationExpressionSyntax? CallOf(SimpleNameSyntax name) =>
        (name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member.Parent : name.Parent) as InvocationExpressionSyntax;

    /// <summary>The call with what only hands its result on: <c>ConfigureAwait</c>, <c>GetAwaiter().GetResult()</c>, parentheses, <c>await</c>.</summary>
    public static ExpressionSyntax OutcomeOf(ExpressionSyntax call)
    {
        var outcome = call;
        while (true)
        {
            switch (outcome.Parent)
            {
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult", Parent: InvocationExpressionSyntax next }:
                    outcome = next;
                    break;
                case ParenthesizedExpressionSyntax or AwaitExpressionSyntax:
                    outcome = (ExpressionSyntax)outcome.Parent;
                    break;
                default:
                    return outcome;
            }
        }
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is MemberDeclarationSyntax and not GlobalStatementSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax or AnonymousMethodExpressionSyntax or AccessorDeclarationSyntax;

    /// <summary>The function around an expression; null where its shape is one that no repair knows.</summary>
    public static DeleteSite? Around(ExpressionSyntax expression, string target, RepairContext context) =>
        expression.Ancestors().FirstOrDefault(IsFunction) is { } function && SymbolOf(function, context) is { } symbol
            ? new DeleteSite(expression, false, function, symbol, target)
            : null;

    private static IMethodSymbol? SymbolOf(SyntaxNode function, RepairContext context) => function switch
    {
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => context.Model.GetDeclaredSymbol(function, context.CancellationToken) as IMethodSymbol,
        LambdaExpressionSyntax => context.Model.GetSymbolInfo(function, context.CancellationToken).Symbol as IMethodSymbol,
        _ => null,
    };
}
