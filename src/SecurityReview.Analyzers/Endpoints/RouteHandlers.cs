using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// The handlers of minimal APIs: what is given to a <c>Map…</c> call. Lambdas are judged where they stand. For methods and local functions
/// the names that stand as arguments of such calls, gathered from syntax alone when first asked, give the places to bind.
/// </summary>
internal sealed class RouteHandlers
{
    /// <summary>Methods named like one that maps a route and a handler.</summary>
    private static readonly string[] s_mapCalls = ["MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "Map", "MapFallback"];

    private readonly KnownTypes _types;
    private readonly Lazy<ILookup<string, ExpressionSyntax>> _arguments;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _verdicts = new(SymbolEqualityComparer.Default);

    public RouteHandlers(KnownTypes types)
    {
        _types = types;
        _arguments = new(() => NamedCalls.In(types.Compilation, s_mapCalls).SelectMany(HandlerArguments).ToLookup(NameOf, StringComparer.Ordinal));
    }

    public bool IsHandler(IMethodSymbol method) =>
        _types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"] is not null && _verdicts.GetOrAdd(method, Judge);

    /// <summary>The calls that map a function to a route.</summary>
    public IEnumerable<InvocationExpressionSyntax> MappingsOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is LambdaExpressionSyntax lambda && MappingOf(lambda) is { } call ? [call] : [];
        return method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction
            ? _arguments.Value[method.Name].Where(argument => Names(argument, method)).Select(static argument => argument.FirstAncestorOrSelf<InvocationExpressionSyntax>()!)
            : [];
    }

    private bool Judge(IMethodSymbol method) => MappingsOf(method).Any();

    private bool Names(ExpressionSyntax argument, IMethodSymbol method)
    {
        var info = ForeignModels.Of(_types.Compilation, argument.SyntaxTree).GetSymbolInfo(argument);
        return SymbolEqualityComparer.Default.Equals(info.Symbol, method) ||
            info.CandidateSymbols.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, method));
    }

    private static IEnumerable<ExpressionSyntax> HandlerArguments(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(argument => argument.Expression).Where(argument => NameOf(argument).Length > 0);

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => "",
    };

    private static InvocationExpressionSyntax? MappingOf(LambdaExpressionSyntax lambda)
    {
        SyntaxNode expression = lambda;
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            expression = expression.Parent;
        return expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsMapCall(call) ? call : null;
    }

    private static bool IsMapCall(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member && s_mapCalls.Contains(member.Name.Identifier.ValueText);
}
