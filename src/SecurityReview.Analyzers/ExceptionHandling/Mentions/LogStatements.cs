using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>Statements that, by their names alone, log what they are given, and whose result nobody takes.</summary>
internal static class LogStatements
{
    private static readonly ImmutableHashSet<string> s_receivers = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "log", "logs", "logger", "logging", "console", "trace", "tracer", "debug", "telemetry", "activity", "span", "sentry", "metrics");

    public static bool Is(InvocationExpressionSyntax call) => IsDropped(call) && IsLog(call.Expression);

    private static bool IsDropped(ExpressionSyntax call)
    {
        SyntaxNode outer = call;
        while (outer.Parent is AwaitExpressionSyntax or ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax)
            outer = outer.Parent;
        return outer.Parent is ExpressionStatementSyntax or LambdaExpressionSyntax || outer.Parent is ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.ValueText: "void" } } };
    }

    private static bool IsLog(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => StartsWithLog(member.Name) || SpeaksOfLog(member.Expression),
        MemberBindingExpressionSyntax binding => StartsWithLog(binding.Name) || (binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access && SpeaksOfLog(access.Expression)),
        SimpleNameSyntax name => StartsWithLog(name),
        _ => false,
    };

    private static bool StartsWithLog(SimpleNameSyntax name) => NameWords.Of(name.Identifier.ValueText).FirstOrDefault() is "Log" or "log";

    private static bool SpeaksOfLog(ExpressionSyntax receiver) =>
        receiver.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => NameWords.Of(name.Identifier.ValueText).Any(s_receivers.Contains));
}
