using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// The handlers of minimal APIs: what is given to a <c>Map…</c> call. Lambdas are judged where they stand. For methods and local functions
/// an index of the names that stand as arguments of such calls, made from syntax alone when first asked, gives the places to bind.
/// </summary>
internal sealed class RouteHandlers
{
    private readonly KnownTypes _types;
    private readonly Lazy<ILookup<string, ExpressionSyntax>> _arguments;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _verdicts = new(SymbolEqualityComparer.Default);

    public RouteHandlers(KnownTypes types)
    {
        _types = types;
        _arguments = new(() => types.Compilation.SyntaxTrees.Where(MayMap).SelectMany(tree => HandlerArguments(tree.GetRoot())).ToLookup(NameOf, StringComparer.Ordinal));
    }

    public bool IsHandler(IMethodSymbol method) =>
        _types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"] is not null && _verdicts.GetOrAdd(method, Judge);

    private bool Judge(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is LambdaExpressionSyntax lambda && IsMapArgument(lambda);
        return method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction && _arguments.Value[method.Name].Any(argument => Names(argument, method));
    }

    private bool Names(ExpressionSyntax argument, IMethodSymbol method)
    {
        var info = ForeignModels.Of(_types.Compilation, argument.SyntaxTree).GetSymbolInfo(argument);
        return SymbolEqualityComparer.Default.Equals(info.Symbol, method) ||
            info.CandidateSymbols.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate, method));
    }

    /// <summary>Most files map no route. Their text tells, at a fraction of what it costs to walk every node of the program.</summary>
    private static bool MayMap(SyntaxTree tree) => tree.GetText().ToString().Contains("Map");

    private static IEnumerable<ExpressionSyntax> HandlerArguments(SyntaxNode root) =>
        from call in root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where IsMapCall(call)
        from argument in call.ArgumentList.Arguments
        where NameOf(argument.Expression).Length > 0
        select argument.Expression;

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => "",
    };

    private static bool IsMapArgument(LambdaExpressionSyntax lambda)
    {
        SyntaxNode expression = lambda;
        while (expression.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax)
            expression = expression.Parent;
        return expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && IsMapCall(call);
    }

    /// <summary>A call named like one that maps a route and a handler: <c>MapGet</c>, <c>MapMethods</c>, <c>Map</c>, <c>MapFallback</c>.</summary>
    private static bool IsMapCall(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax member && call.ArgumentList.Arguments.Count > 0 &&
        member.Name.Identifier.ValueText is "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapMethods" or "Map" or "MapFallback";
}
