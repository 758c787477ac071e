using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Production;

/// <summary>Own middleware around the rest of the pipeline that answers whatever is thrown there, by its syntax.</summary>
internal static class CatchAllMiddleware
{
    public static bool ExistsIn(Compilation compilation, RunCode run, CancellationToken cancellation) =>
        Classes(compilation, cancellation).Any(type => run.IsUsed(type.Identifier.ValueText, type)) ||
        NamedCalls.In(compilation, ["Use"]).Any(call => call.ArgumentList.Arguments.Any(static argument => argument.Expression is AnonymousFunctionExpressionSyntax lambda && CatchesAll(lambda)) && run.Contains(call));

    private static IEnumerable<TypeDeclarationSyntax> Classes(Compilation compilation, CancellationToken cancellation) =>
        from name in new[] { "InvokeAsync", "Invoke" }
        from token in NameIndex.Of(compilation).IdentifiersOf(name, cancellation)
        where token.Parent is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax } method && TakesContext(method) && CatchesAll(method)
        select (TypeDeclarationSyntax)token.Parent!.Parent!;

    private static bool TakesContext(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.Any(static parameter => parameter.Type?.GetLastToken().ValueText == "HttpContext");

    /// <summary>Whether a function runs the rest of the pipeline in a try that answers everything.</summary>
    private static bool CatchesAll(SyntaxNode function) =>
        function.DescendantNodes().OfType<TryStatementSyntax>().Any(@try => RunsNext(@try.Block) && @try.Catches.Any(static clause => IsForAll(clause.Declaration?.Type) && !PassesOn(clause.Block)));

    /// <summary>By its name, which everybody gives to it: <c>next(context)</c>, <c>_next.Invoke(context)</c>, <c>next()</c>.</summary>
    private static bool RunsNext(BlockSyntax block) =>
        block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Any(static name => NameWords.Of(name.Identifier.ValueText).Any(static word => word.Equals("next", StringComparison.OrdinalIgnoreCase))));

    private static bool IsForAll(TypeSyntax? type) => type is null || type.GetLastToken().ValueText == "Exception";

    /// <summary>Logs only: the exception goes on.</summary>
    private static bool PassesOn(BlockSyntax block) => block.Statements.LastOrDefault() is ThrowStatementSyntax;
}
