using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>
/// Where a name stands in the compilation, and in referenced projects that come with their source: the way from a member to its callers and writers
/// without binding anything else.
/// </summary>
internal sealed class NameIndex(Compilation compilation)
{
    private readonly ImmutableArray<SyntaxTree> _trees = compilation.SyntaxTrees
        .Concat(compilation.References.OfType<CompilationReference>().Where(static reference => reference.Compilation.Language == LanguageNames.CSharp).SelectMany(static reference => reference.Compilation.SyntaxTrees))
        .ToImmutableArray();

    /// <summary>The identifiers with a name, in the order of the files and places.</summary>
    public IEnumerable<SyntaxToken> IdentifiersOf(string name, CancellationToken cancellation) =>
        TokensOf(name, cancellation).Where(static token => token.IsKind(SyntaxKind.IdentifierToken));

    /// <summary>The identifiers that may name a member: of a private one, those in the files of its type; of null, all.</summary>
    public IEnumerable<SyntaxToken> IdentifiersOf(ISymbol? member, string name, CancellationToken cancellation)
    {
        if (member is not { DeclaredAccessibility: Accessibility.Private, ContainingType: { } holder })
            return IdentifiersOf(name, cancellation);
        var trees = holder.OutermostType().DeclaringSyntaxReferences.Select(static reference => reference.SyntaxTree).Distinct();
        return trees.SelectMany(tree => TreeNames.Of(tree, cancellation).TokensOf(name, cancellation)).Where(static token => token.IsKind(SyntaxKind.IdentifierToken));
    }

    /// <summary>The tokens that are spelled so, keywords too.</summary>
    public IEnumerable<SyntaxToken> TokensOf(string word, CancellationToken cancellation)
    {
        foreach (var tree in _trees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var token in TreeNames.Of(tree, cancellation).TokensOf(word, cancellation))
                yield return token;
        }
    }
}
