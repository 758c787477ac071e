using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>Text whose line breaks were taken out on its way: the author knows what he does, and no entry can be forged.</summary>
internal static class RemovedLineBreaks
{
    private static readonly char[] s_breaks = ['\r', '\n'];

    /// <summary>How regular expressions write them.</summary>
    private static readonly string[] s_patterns = ["\\r", "\\n", "\\s", "\\p{C}", "[^"];

    /// <summary>Whether they are at a step of a flow.</summary>
    public static bool AreOn(TaintFlow flow, CancellationToken cancellation) =>
        flow.Path.Any(step => step.SourceTree is { } tree && AreIn(tree.GetRoot(cancellation).FindNode(step.SourceSpan, getInnermostNodeForTie: true)));

    /// <summary>Whether they are in a value: where it is made, or in a method of the project that makes it.</summary>
    public static bool AreIn(IOperation value, CancellationToken cancellation)
    {
        if (value is ILocalReferenceOperation local)
            return SingleAssignment.ValueOf(local.Local, local) is { } given and not ILocalReferenceOperation && AreIn(given, cancellation);
        return value.Syntax.DescendantNodesAndSelf().Any(Removes) ||
            value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => call.TargetMethod.DeclaringSyntaxReferences.Any(method => method.GetSyntax(cancellation).DescendantNodes().Any(Removes)));
    }

    /// <summary>Whether a call in an expression, or one that it is a part of, replaces them.</summary>
    private static bool AreIn(SyntaxNode expression) =>
        expression.DescendantNodesAndSelf().Concat(expression.Ancestors().TakeWhile(static node => node is not (StatementSyntax or ArgumentSyntax or InterpolationSyntax))).Any(Removes);

    private static bool Removes(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } call &&
        (name == "ReplaceLineEndings" || (name == "Replace" && call.ArgumentList.Arguments.Any(static argument => SpeaksOfBreaks(argument.Expression))));

    private static bool SpeaksOfBreaks(ExpressionSyntax argument) => argument switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.CharacterLiteralExpression) || literal.IsKind(SyntaxKind.StringLiteralExpression) =>
            literal.Token.ValueText.IndexOfAny(s_breaks) >= 0 || s_patterns.Any(literal.Token.ValueText.Contains),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NewLine" } => true,
        _ => false,
    };
}
