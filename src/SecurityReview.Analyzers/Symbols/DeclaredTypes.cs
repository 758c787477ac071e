using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>
/// Finds types of a compilation by metadata name. The compiler's own look-up asks each referenced assembly in turn; the models name some thousand
/// types and a web project has hundreds of references, so here a namespace is looked up once, and only the assemblies that have it are asked.
/// </summary>
internal sealed class DeclaredTypes(Compilation compilation)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<INamespaceSymbol>> _namespaces = new(StringComparer.Ordinal);

    /// <summary>
    /// The type with a metadata name (<c>System.Func`1</c>, <c>Outer+Inner</c>): that of the source before those of references, the public one
    /// where several references declare it; null if there is none.
    /// </summary>
    public INamedTypeSymbol? Find(string metadataName)
    {
        var parts = metadataName.Split('+');
        var dot = parts[0].LastIndexOf('.');
        var found = InNamespace(dot < 0 ? "" : parts[0].Substring(0, dot), parts[0].Substring(dot + 1));
        for (var i = 1; found is not null && i < parts.Length; i++)
            found = Named(found.GetTypeMembers(NameOf(parts[i])), parts[i]);
        return found;
    }

    private INamedTypeSymbol? InNamespace(string @namespace, string metadataName)
    {
        INamedTypeSymbol? single = null, open = null;
        var count = 0;
        foreach (var constituent in _namespaces.GetOrAdd(@namespace, Constituents))
        {
            if (Named(constituent.GetTypeMembers(NameOf(metadataName)), metadataName) is not { } type)
                continue;
            if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
                return type;
            count++;
            single ??= type;
            if (type.DeclaredAccessibility == Accessibility.Public)
                open ??= type;
        }

        return count == 1 ? single : open;
    }

    /// <summary>The parts that the source and the references have of a namespace.</summary>
    private ImmutableArray<INamespaceSymbol> Constituents(string name)
    {
        var found = compilation.GlobalNamespace;
        if (name.Length > 0)
        {
            foreach (var part in name.Split('.'))
            {
                found = found.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
                if (found is null)
                    return ImmutableArray<INamespaceSymbol>.Empty;
            }
        }

        return found.ConstituentNamespaces;
    }

    private static string NameOf(string metadataName)
    {
        var tick = metadataName.IndexOf('`');
        return tick < 0 ? metadataName : metadataName.Substring(0, tick);
    }

    private static INamedTypeSymbol? Named(ImmutableArray<INamedTypeSymbol> types, string metadataName)
    {
        foreach (var type in types)
        {
            if (type.MetadataName == metadataName)
                return type;
        }

        return null;
    }
}
