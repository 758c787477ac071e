using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Data;

/// <summary>The methods of the program that override or implement one, found by its name.</summary>
internal static class Implementations
{
    private const int Maximum = 4;

    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol declared, Compilation compilation, CancellationToken cancellation) =>
        (from token in NameIndex.Of(compilation).IdentifiersOf(declared.Name, cancellation)
         where token.Parent is MethodDeclarationSyntax
         let method = ForeignModels.Of(compilation, token.SyntaxTree!).GetDeclaredSymbol(token.Parent!, cancellation) as IMethodSymbol
         where method is { IsAbstract: false } && method.SelfAndDeclarations().Contains(declared, SymbolEqualityComparer.Default)
         select method).Take(Maximum);
}
