using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// Classes that a program hands to a GraphQL schema as the type argument of a call (<c>AddQueryType&lt;Query&gt;()</c>): their public methods are
/// resolvers, and the query has their arguments. An index of such calls, made from syntax alone when first asked, gives the places to bind.
/// </summary>
internal sealed class ResolverTypes(KnownTypes types)
{
    private readonly ServerParameters _server = new(types);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _verdicts = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ILookup<string, TypeSyntax>> _registered = new(() =>
        types.Compilation.SyntaxTrees.SelectMany(tree => Registrations(tree.GetRoot())).ToLookup(NameOf, StringComparer.Ordinal));

    /// <summary>Whether the author of a query chooses a parameter.</summary>
    public bool Chooses(IParameterSymbol parameter, IMethodSymbol method) =>
        types["HotChocolate.Execution.Configuration.IRequestExecutorBuilder"] is not null &&
        method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public } &&
        !_server.Provides(parameter) && _verdicts.GetOrAdd(method.ContainingType, IsRegistered);

    private bool IsRegistered(INamedTypeSymbol type) => _registered.Value[type.Name].Any(syntax =>
        SymbolEqualityComparer.Default.Equals(ForeignModels.Of(types.Compilation, syntax.SyntaxTree).GetSymbolInfo(syntax).Symbol, type));

    private static IEnumerable<TypeSyntax> Registrations(SyntaxNode root) =>
        from name in root.DescendantNodes().OfType<GenericNameSyntax>()
        where name.Identifier.ValueText is "AddQueryType" or "AddMutationType" or "AddSubscriptionType" or "AddTypeExtension" or "AddObjectType"
        where name.TypeArgumentList.Arguments.Count == 1
        select name.TypeArgumentList.Arguments[0];

    private static string NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        _ => "",
    };
}
