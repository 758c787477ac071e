using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.EscapedIdentity;

/// <summary>Types of which the program has one object: registered as such, hosted services, and middleware made by convention. One per compilation.</summary>
internal sealed class SingletonTypes
{
    private static readonly string[] s_registrations = ["AddSingleton", "TryAddSingleton", "AddHostedService", "AddKeyedSingleton", "UseMiddleware"];

    private readonly Lazy<ImmutableHashSet<ITypeSymbol>> _registered;

    private SingletonTypes(KnownTypes types) => _registered = new(() => Read(types));

    public static SingletonTypes Of(KnownTypes types) => types.Fact(static key => new SingletonTypes(key));

    public bool Contain(INamedTypeSymbol type)
    {
        if (type.IsStatic || type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(static current => current.Name is "BackgroundService" or "IHostedService"))
            return true;
        // What the container makes per request implements the interface.
        if (type.AllInterfaces.Any(static current => current.Name is "IMiddleware"))
            return _registered.Value.Contains(type.OriginalDefinition) && !IsConventional(type);
        return IsConventional(type) || _registered.Value.Contains(type.OriginalDefinition);
    }

    private static bool IsConventional(INamedTypeSymbol type) =>
        !type.AllInterfaces.Any(static current => current.Name == "IMiddleware") &&
        type.InstanceConstructors.Any(static constructor => constructor.Parameters.Any(static parameter => parameter.Type.Name == "RequestDelegate")) &&
        type.GetMembers().Any(static member => member is IMethodSymbol { Name: "Invoke" or "InvokeAsync", Parameters: { Length: > 0 } parameters } && parameters[0].Type.Name == "HttpContext");

    private static ImmutableHashSet<ITypeSymbol> Read(KnownTypes types)
    {
        var found = ImmutableHashSet.CreateBuilder<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var call in NamedCalls.In(types.Compilation, s_registrations))
        {
            var model = ForeignModels.Of(types.Compilation, call.SyntaxTree);
            var named = call.DescendantNodes().OfType<TypeOfExpressionSyntax>().Select(static type => type.Type)
                .Concat(call.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().Select(static creation => creation.Type));
            if (((MemberAccessExpressionSyntax)call.Expression).Name is GenericNameSyntax generic)
                named = named.Concat(generic.TypeArgumentList.Arguments);
            foreach (var syntax in named)
            {
                if (model.GetTypeInfo(syntax).Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
                    found.Add(type.OriginalDefinition);
            }
        }

        return found.ToImmutable();
    }
}
