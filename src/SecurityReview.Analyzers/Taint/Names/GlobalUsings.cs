using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>The <c>using</c> directives of a file, and those that hold in all files. One per compilation.</summary>
internal sealed class GlobalUsings
{
    private readonly FoundOnce<ImmutableArray<UsingDirectiveSyntax>> _directives;

    private GlobalUsings(Compilation compilation) => _directives = new(cancellation => compilation.SyntaxTrees
        .Where(tree => TreeNames.Of(tree, cancellation).MayHave("global")).SelectMany(tree => AllOf(tree, cancellation)).Where(IsGlobal).ToImmutableArray());

    /// <summary>Those that hold in all files.</summary>
    public static ImmutableArray<UsingDirectiveSyntax> In(KnownTypes types, CancellationToken cancellation) =>
        types.Fact(static key => new GlobalUsings(key.Compilation))._directives.Get(cancellation);

    /// <summary>Those that hold in a file alone.</summary>
    public static IEnumerable<UsingDirectiveSyntax> Of(SyntaxTree tree, CancellationToken cancellation) =>
        AllOf(tree, cancellation).Where(static @using => !IsGlobal(@using));

    private static bool IsGlobal(UsingDirectiveSyntax @using) => @using.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    private static IEnumerable<UsingDirectiveSyntax> AllOf(SyntaxTree tree, CancellationToken cancellation) => tree.GetRoot(cancellation) is CompilationUnitSyntax root
        ? root.Usings.Concat(root.Members.OfType<BaseNamespaceDeclarationSyntax>().SelectMany(static space => space.Usings))
        : [];
}
