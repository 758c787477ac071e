using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.EscapedIdentity;

/// <summary>Types of which the program has one object: registered as such, hosted services, and middleware made by convention. One per compilation.</summary>
internal sealed class SingletonTypes
{
    private static readonly string[] s_registrations = ["AddSingleton", "TryAddSingleton", "AddHostedService", "AddKeyedSingleton", "UseMiddleware"];

    /// <summary>Where a name of a type is no more than another name for it.</summary>
    private const string Alias = "";

    private readonly Compilation _compilation;
    private readonly Lazy<ILookup<string, TypeSyntax>> _named;
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _registered = new(SymbolEqualityComparer.Default);

    private SingletonTypes(KnownTypes types)
    {
        _compilation = types.Compilation;
        _named = new(() => Named(types));
    }

    public static SingletonTypes Of(KnownTypes types) => types.Fact(static key => new SingletonTypes(key));

    public bool Contain(INamedTypeSymbol type)
    {
        if (type.IsStatic || type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(static current => current.Name is "BackgroundService" or "IHostedService"))
            return true;
        // What the container makes per request implements the interface.
        if (type.AllInterfaces.Any(static current => current.Name is "IMiddleware"))
            return IsRegistered(type) && !IsConventional(type);
        return IsConventional(type) || IsRegistered(type);
    }

    private static bool IsConventional(INamedTypeSymbol type) =>
        !type.AllInterfaces.Any(static current => current.Name == "IMiddleware") &&
        type.InstanceConstructors.Any(static constructor => constructor.Parameters.Any(static parameter => parameter.Type.Name == "RequestDelegate")) &&
        type.GetMembers().Any(static member => member is IMethodSymbol { Name: "Invoke" or "InvokeAsync", Parameters: { Length: > 0 } parameters } && parameters[0].Type.Name == "HttpContext");

    /// <summary>Whether a registration names the type. Only those that name one so are bound: a large start-up registers hundreds.</summary>
    private bool IsRegistered(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && _registered.GetOrAdd(type.OriginalDefinition, key => _named.Value[key.Name].Concat(_named.Value[Alias]).Any(syntax =>
            SymbolEqualityComparer.Default.Equals(ForeignModels.Of(_compilation, syntax.SyntaxTree).GetTypeInfo(syntax).Type?.OriginalDefinition, key)));

    /// <summary>The types that registrations name, by their simple names.</summary>
    private static ILookup<string, TypeSyntax> Named(KnownTypes types) => NamedCalls.In(types.Compilation, s_registrations).SelectMany(TypesIn)
        .ToLookup(type => NameOf(type) is { } name && !TypeAliases.In(type.SyntaxTree, types, CancellationToken.None).Contains(name) ? name : Alias, StringComparer.Ordinal);

    private static IEnumerable<TypeSyntax> TypesIn(InvocationExpressionSyntax call)
    {
        var named = call.DescendantNodes().OfType<TypeOfExpressionSyntax>().Select(static type => type.Type)
            .Concat(call.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Select(static creation => creation.Type));
        return ((MemberAccessExpressionSyntax)call.Expression).Name is GenericNameSyntax generic ? named.Concat(generic.TypeArgumentList.Arguments) : named;
    }

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax { Right.Identifier: var name } => name.ValueText,
        AliasQualifiedNameSyntax { Name.Identifier: var name } => name.ValueText,
        _ => null,
    };
}
