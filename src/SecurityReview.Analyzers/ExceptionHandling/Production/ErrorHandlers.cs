using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Production;

/// <summary>Whether a program handles the exceptions of its endpoints in one place. Syntax first; only extensions of the pipeline are bound.</summary>
internal sealed class ErrorHandlers
{
    private static readonly string[] s_calls = ["UseExceptionHandler", "AddExceptionHandler", "UseDefaultExceptionHandler", "UseCustomErrors"];

    private static readonly string[] s_types = ["IExceptionHandler", "IExceptionFilter", "IAsyncExceptionFilter", "ExceptionFilterAttribute"];

    private readonly KnownTypes _types;
    private readonly CancellationToken _cancellation;
    private readonly NameIndex _names;
    private readonly RunCode _run;

    private ErrorHandlers(KnownTypes types, CancellationToken cancellation)
    {
        (_types, _cancellation) = (types, cancellation);
        _names = NameIndex.Of(types.Compilation);
        _run = new RunCode(_names, cancellation);
    }

    public static bool ExistIn(KnownTypes types, CancellationToken cancellation)
    {
        var handlers = new ErrorHandlers(types, cancellation);
        return NamedCalls.In(types.Compilation, s_calls).Any(handlers.IsEffective) || handlers.HasType() ||
            CatchAllMiddleware.ExistsIn(types.Compilation, handlers._run, cancellation) || handlers.HasExtension();
    }

    /// <summary>Whether production runs a call: not in code that nobody calls, not under a development guard.</summary>
    private bool IsEffective(InvocationExpressionSyntax call) =>
        _run.Contains(call) &&
        (ForeignModels.Of(_types.Compilation, call.SyntaxTree).GetOperation(call, _cancellation) is not { } operation || ProductionReach.Of(_types).Reaches(operation, _cancellation));

    private bool HasType() => s_types.SelectMany(name => _names.IdentifiersOf(name, _cancellation)).Any(static token => token.Parent?.FirstAncestorOrSelf<BaseListSyntax>() is not null);

    /// <summary>An extension of the pipeline from elsewhere, named after errors, or from another project of the same house: it may add one.</summary>
    private bool HasExtension() => PipelineTrees().SelectMany(tree => tree.GetRoot(_cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>()).Any(AddsHandler);

    private IEnumerable<SyntaxTree> PipelineTrees() => _types.Compilation.SyntaxTrees.Where(tree => TreeNames.Of(tree, _cancellation) is var words && (words.MayHave("WebApplication") || words.MayHave("IApplicationBuilder")));

    private bool AddsHandler(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: var name } || !PipelineExtensions.MayExtend(name.Identifier.ValueText))
            return false;
        if (name is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } middleware } && PipelineExtensions.SpeaksOfErrors(middleware[0].GetLastToken().ValueText))
            return ForeignModels.Of(_types.Compilation, call.SyntaxTree).GetTypeInfo(middleware[0], _cancellation).Type is { DeclaringSyntaxReferences.IsEmpty: true } && _run.Contains(call);
        return ForeignModels.Of(_types.Compilation, call.SyntaxTree).GetSymbolInfo(call, _cancellation).Symbol is IMethodSymbol called &&
            PipelineExtensions.MayAddHandler(called, _types.Compilation.Assembly) && _run.Contains(call);
    }
}
