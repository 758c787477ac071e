using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>
/// Whether a declaration can hold a catch clause that <see cref="OpenOutcomes"/> judges: most stand in functions that decide nothing and in no pipeline, which
/// shows before they are bound.
/// </summary>
internal static class OpenGate
{
    /// <summary>Whether a catch clause stands where security is decided, or in a function of its own, which only its use tells about.</summary>
    public static bool IsOpenFor(SyntaxNode declaration, ISymbol member, CancellationToken cancellation)
    {
        var code = ExecutableCode.SpanOf(declaration);
        var catches = TreeNames.Of(declaration.SyntaxTree, cancellation).TokensIn(declaration, "catch")
            .Where(token => code.Contains(token.Span)).Select(static token => token.Parent).OfType<CatchClauseSyntax>().ToList();
        if (catches.Count == 0)
            return false;
        return member is not IMethodSymbol method || DecisionMethods.Contains(method) || MayStandInPipeline(method) || OpenPipeline.IsNamedIn(declaration, cancellation) ||
            catches.Any(clause => IsOfInnerFunction(clause, declaration));
    }

    private static bool IsOfInnerFunction(SyntaxNode clause, SyntaxNode declaration)
    {
        for (var node = clause.Parent; node is not null && node != declaration; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return true;
        }

        return false;
    }

    /// <summary>Whether a method is given a context or the next step of a pipeline, or its object holds one.</summary>
    private static bool MayStandInPipeline(IMethodSymbol method) =>
        method.Parameters.Any(OpenPipeline.MayBelong) || (method.ContainingType is { } holder && holder.SelfAndBaseTypes().Any(HoldsStep));

    private static bool HoldsStep(ITypeSymbol type) => type.GetMembers().Any(static member => member switch
    {
        IFieldSymbol field => OpenPipeline.IsStep(field.Type),
        IPropertySymbol property => OpenPipeline.IsStep(property.Type),
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters.Any(OpenPipeline.MayBelong),
        _ => false,
    });
}
