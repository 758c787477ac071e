using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>The condition of the <c>Where</c> nearest to the end of a chain of calls.</summary>
/// <param name="Row">The name of the lambda's parameter.</param>
/// <param name="Condition">The body of the lambda.</param>
internal sealed record NearestCondition(string Row, ExpressionSyntax Condition)
{
    /// <summary>The condition; null where the chain has none of that form.</summary>
    public static NearestCondition? Before(InvocationExpressionSyntax call)
    {
        for (var current = call; current.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner }; current = inner)
        {
            if (inner.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Where" } && inner.ArgumentList.Arguments.Count == 1
                && inner.ArgumentList.Arguments[0].Expression is LambdaExpressionSyntax { ExpressionBody: { } body } lambda && ParameterOf(lambda) is { } row)
            {
                return new NearestCondition(row, body);
            }
        }

        return null;
    }

    private static string? ParameterOf(LambdaExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } parameters } => parameters[0].Identifier.ValueText,
        _ => null,
    };
}
