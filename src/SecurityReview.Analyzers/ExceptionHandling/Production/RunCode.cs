using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Production;

/// <summary>Which code of a program is run at all, by its syntax: an extension method that nobody calls adds nothing.</summary>
internal sealed class RunCode(NameIndex names, CancellationToken cancellation)
{
    /// <summary>False where a node belongs to a static method or local function whose name nothing uses.</summary>
    public bool Contains(SyntaxNode node)
    {
        var (name, declaration) = node.Ancestors().Select(NameOf).FirstOrDefault(static found => found.Name is not null);
        return name is null or "Main" || IsUsed(name, declaration!);
    }

    /// <summary>Whether a name stands anywhere but in its declaration, as the name of something used.</summary>
    public bool IsUsed(string name, SyntaxNode declaration) =>
        names.IdentifiersOf(name, cancellation).Any(token => token.Parent is SimpleNameSyntax && !(declaration.SyntaxTree == token.SyntaxTree && declaration.Span.Contains(token.Span)));

    private static (string? Name, SyntaxNode? Declaration) NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method when method.Modifiers.Any(SyntaxKind.StaticKeyword) => (method.Identifier.ValueText, method),
        LocalFunctionStatementSyntax local => (local.Identifier.ValueText, local),
        _ => default,
    };
}
