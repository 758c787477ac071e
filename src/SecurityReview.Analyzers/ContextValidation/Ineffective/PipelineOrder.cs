using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ineffective;

/// <summary>
/// Where <c>UseAuthorization</c> stands among the other steps that code adds to one pipeline. Only steps in one list of statements count: what is added under a condition, or by
/// another method, may run in any order. What the host adds itself stands where it should.
/// </summary>
internal static class PipelineOrder
{
    /// <summary>The step that <c>UseAuthorization</c> must not be before or behind; null where it stands well.</summary>
    public static IInvocationOperation? Wrong(IInvocationOperation authorization)
    {
        if (PipelineOf(authorization) is not { } pipeline || BlockOf(authorization) is not { } block)
            return null;
        var steps = FunctionBody.Operations(FunctionBody.Of(authorization)).OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name is "UseAuthentication" or "UseAuthorization" or "UseEndpoints" && BlockOf(call) == block && SymbolEqualityComparer.Default.Equals(PipelineOf(call), pipeline))
            .OrderBy(PositionOf).ToList();
        var at = steps.FindIndex(call => PositionOf(call) == PositionOf(authorization));
        if (steps.Take(at).Any(static call => call.TargetMethod.Name == "UseAuthorization"))
            return null;
        if (steps.Take(at).FirstOrDefault(static call => call.TargetMethod.Name == "UseEndpoints") is { } endpoints)
            return endpoints;
        return steps.Take(at).Any(static call => call.TargetMethod.Name == "UseAuthentication") ? null : steps.Skip(at + 1).FirstOrDefault(static call => call.TargetMethod.Name == "UseAuthentication");
    }

    /// <summary>The variable that holds the pipeline, at the start of the chain.</summary>
    private static ISymbol? PipelineOf(IInvocationOperation call)
    {
        IOperation? current = call;
        while (current is IInvocationOperation step)
            current = step.Receiver()?.Unwrap();
        return current switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            _ => null,
        };
    }

    private static SyntaxNode? BlockOf(IInvocationOperation call) => call.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.Parent is { } parent ? parent is GlobalStatementSyntax ? parent.Parent : parent : null;

    private static int PositionOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } ? name.SpanStart : call.Syntax.SpanStart;
}
