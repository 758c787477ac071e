using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>The classes of the compilation that derive from one, found by its name.</summary>
internal static class DerivedTypes
{
    /// <summary>The class itself and all that derive from it, but the abstract ones: those of which there are objects.</summary>
    public static IReadOnlyList<INamedTypeSymbol> ConcreteOf(INamedTypeSymbol type, Compilation compilation)
    {
        var found = new List<INamedTypeSymbol>();
        var pending = new Queue<INamedTypeSymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { type.OriginalDefinition };
        pending.Enqueue(type.OriginalDefinition);
        while (pending.Count > 0)
        {
            var current = pending.Dequeue();
            if (!current.IsAbstract)
                found.Add(current);
            if (current.IsSealed || current.IsStatic)
                continue;
            foreach (var derived in DirectlyFrom(current, compilation))
            {
                if (seen.Add(derived))
                    pending.Enqueue(derived);
            }
        }

        return found;
    }

    private static IEnumerable<INamedTypeSymbol> DirectlyFrom(INamedTypeSymbol type, Compilation compilation) =>
        from token in NameIndex.Of(compilation).IdentifiersOf(type.Name, CancellationToken.None)
        let declaration = token.Parent?.FirstAncestorOrSelf<BaseTypeSyntax>()?.Parent?.Parent
        where declaration is ClassDeclarationSyntax or RecordDeclarationSyntax
        let derived = ForeignModels.Of(compilation, declaration.SyntaxTree).GetDeclaredSymbol(declaration) as INamedTypeSymbol
        where SymbolEqualityComparer.Default.Equals(derived.BaseType?.OriginalDefinition, type)
        select derived;
}
