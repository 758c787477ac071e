using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Mentions;

/// <summary>The bodies of a compilation by the names in them.</summary>
internal sealed class BodyNames(Compilation compilation, CancellationToken cancellation)
{
    private readonly NameIndex _names = NameIndex.Of(compilation);

    /// <summary>Whether a name is, by custom, that of a private field, and so of one file.</summary>
    public static bool IsOfFile(string name) => name.StartsWith("_", StringComparison.Ordinal);

    /// <summary>The bodies that a name stands in, as the name of something used.</summary>
    public IEnumerable<SyntaxNode> BodiesNaming(string name, SyntaxNode from)
    {
        // A name that is not typed yet stands nowhere.
        if (name.Length == 0)
            return [];
        var tokens = IsOfFile(name) && !IsPartial(from) ? TreeNames.Of(from.SyntaxTree, cancellation).TokensOf(name, cancellation) : _names.IdentifiersOf(name, cancellation);
        return tokens.Select(static token => token.Parent).OfType<SimpleNameSyntax>().Select(BodyDeclarations.Around).OfType<SyntaxNode>().Distinct();
    }

    /// <summary>The methods that are declared under a name.</summary>
    public IEnumerable<MethodDeclarationSyntax> MethodsNamed(string name) =>
        _names.IdentifiersOf(name, cancellation).Select(static token => token.Parent).OfType<MethodDeclarationSyntax>();

    private static bool IsPartial(SyntaxNode body) => body.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Modifiers.Any(SyntaxKind.PartialKeyword);
}
