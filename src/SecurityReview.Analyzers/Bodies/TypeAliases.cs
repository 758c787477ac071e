using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>The other names that files give to types: <c>using Command = Vendor.SqlCommand;</c>, for one file or for all.</summary>
internal sealed class TypeAliases
{
    private readonly KnownTypes _types;
    private IReadOnlyList<string>? _global;

    private TypeAliases(KnownTypes types) => _types = types;

    public static TypeAliases Of(KnownTypes types, CancellationToken cancellation)
    {
        var aliases = types.Fact(static known => new TypeAliases(known));
        aliases._global ??= aliases.FindGlobal(cancellation);
        return aliases;
    }

    /// <summary>The aliases that hold in a file.</summary>
    public IEnumerable<string> In(SyntaxTree tree, CancellationToken cancellation) => AliasesOf(tree, isGlobal: false, cancellation).Concat(_global ?? []);

    private IReadOnlyList<string> FindGlobal(CancellationToken cancellation) =>
        _types.Compilation.SyntaxTrees.Where(tree => TreeNames.Of(tree, cancellation).MayHave("global"))
            .SelectMany(tree => AliasesOf(tree, isGlobal: true, cancellation)).Distinct().ToList();

    private static IEnumerable<string> AliasesOf(SyntaxTree tree, bool isGlobal, CancellationToken cancellation)
    {
        if (tree.GetRoot(cancellation) is not CompilationUnitSyntax root)
            return [];
        return root.Usings.Concat(root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(static space => space.Usings))
            .Where(@using => @using.Alias is not null && @using.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) == isGlobal)
            .Select(static @using => @using.Alias!.Name.Identifier.ValueText);
    }
}
