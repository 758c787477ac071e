using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

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
    private readonly ConcurrentDictionary<string, ILookup<ISymbol, ExpressionSyntax>> _handlers = new(StringComparer.Ordinal);

    public RouteHandlers(KnownTypes types)
    {
        _types = types;
        _arguments = new(() => NamedCalls.In(types.Compilation, s_mapCalls).SelectMany(HandlerArguments).ToLookup(NameOf, StringComparer.Ordinal));
    }

    public bool IsHandler(IMethodSymbol method) =>
        _types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"] is not null && MappingsOf(method).Any();

    /// <summary>The calls that map a function to a route.</summary>
    public IEnumerable<InvocationExpressionSyntax> MappingsOf(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.AnonymousFunction)
            return method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is LambdaExpressionSyntax lambda && MappingOf(lambda) is { } call ? [call] : [];
        return method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction
            ? _handlers.GetOrAdd(method.Name, Bind)[method].Select(static argument => argument.FirstAncestorOrSelf<InvocationExpressionSyntax>()!)
            : [];
    }

    /// <summary>The arguments of a name, by the methods that they name: each is bound once, for all methods of that name.</summary>
    private ILookup<ISymbol, ExpressionSyntax> Bind(string name) =>
        (from argument in _arguments.Value[name]
         from method in OnlyMember(argument) is { } member ? [member] : Named(argument)
         select (method: (ISymbol)method, argument)).ToLookup(static pair => pair.method, static pair => pair.argument, SymbolEqualityComparer.Default);

    private IEnumerable<IMethodSymbol> Named(ExpressionSyntax argument)
    {
        var info = ForeignModels.Of(_types.Compilation, argument.SyntaxTree).GetSymbolInfo(argument);
        return info.CandidateSymbols.Append(info.Symbol).OfType<IMethodSymbol>().Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>
    /// The one member of that name of the type around, where nothing in between has the name: known from declarations alone. To bind the argument would bind all
    /// lambdas that are mapped beside it.
    /// </summary>
    private IMethodSymbol? OnlyMember(ExpressionSyntax argument)
    {
        if (argument is not IdentifierNameSyntax { Identifier.ValueText: var name } || argument.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } member ||
            LocalNames.Declares(member, name, CancellationToken.None))
        {
            return null;
        }

        var members = ForeignModels.Of(_types.Compilation, type.SyntaxTree).GetDeclaredSymbol(type) is INamedTypeSymbol holder ? holder.GetMembers(name) : default;
        return members is { IsDefault: false, Length: 1 } only && only[0] is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } method ? method : null;
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
