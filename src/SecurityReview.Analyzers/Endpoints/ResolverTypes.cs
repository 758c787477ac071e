using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// Classes that a program hands to a GraphQL schema as the type argument of a call (<c>AddQueryType&lt;Query&gt;()</c>): their public methods are
/// resolvers, and the query has their arguments. Such calls, gathered from syntax alone when first asked, give the places to bind.
/// </summary>
internal sealed class ResolverTypes(KnownTypes types)
{
    private static readonly string[] s_registrations = ["AddQueryType", "AddMutationType", "AddSubscriptionType", "AddTypeExtension", "AddObjectType"];

    private readonly ServerParameters _server = new(types);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _verdicts = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<string, TypeSyntax>> _registered = new(() =>
        Registered(NameIndex.Of(types.Compilation)).ToLookup(NameOf, StringComparer.Ordinal));

    /// <summary>Whether the author of a query chooses a parameter.</summary>
    public bool Chooses(IParameterSymbol parameter, IMethodSymbol method) =>
        types["HotChocolate.Execution.Configuration.IRequestExecutorBuilder"] is not null &&
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public } &&
        !_server.Provides(parameter) && _verdicts.GetOrAdd(method.ContainingType, IsRegistered);

    private bool IsRegistered(INamedTypeSymbol type) => _registered.Value[type.Name].Any(syntax =>
        SymbolEqualityComparer.Default.Equals(ForeignModels.Of(types.Compilation, syntax.SyntaxTree).GetSymbolInfo(syntax).Symbol, type));

    private static IEnumerable<TypeSyntax> Registered(NameIndex names) =>
        from registration in s_registrations
        from token in names.IdentifiersOf(registration, CancellationToken.None)
        let arguments = (token.Parent as GenericNameSyntax)?.TypeArgumentList.Arguments
        where arguments is { Count: 1 }
        select arguments.Value[0];

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => "",
    };
}
