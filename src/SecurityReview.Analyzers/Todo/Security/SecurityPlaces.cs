using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Todo.Controls;

namespace SecurityReview.Analyzers.Todo.Security;

/// <summary>
/// Judges where a comment of one file stands: in an endpoint, in a method that decides about security, or in a member that calls something which
/// matters to it.
/// </summary>
internal sealed class SecurityPlaces(SemanticModel model, EntryPoints entryPoints, DecisionMethods decisions, SecurityApis apis, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxNode, bool> _verdicts = new();

    /// <summary>Whether security matters at the place of a comment.</summary>
    public bool Contains(int position)
    {
        var token = model.SyntaxTree.GetRoot(cancellation).FindToken(position);
        foreach (var node in token.Parent?.AncestorsAndSelf() ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax:
                    if (Judge(node))
                        return true;
                    break;
                case StatementSyntax or GlobalStatementSyntax when node.GetFirstToken() == token && node.DescendantNodes().OfType<LambdaExpressionSyntax>().Any(Judge):
                    return true;
                case BaseTypeDeclarationSyntax type:
                    return IsInHead(token, type) && type is TypeDeclarationSyntax { Members: var members } && members.OfType<MethodDeclarationSyntax>().Any(IsEndpoint);
            }
        }

        return false;
    }

    /// <summary>The names of the types and members around a comment, and of its file.</summary>
    public IEnumerable<string> NamesAround(int position)
    {
        var token = model.SyntaxTree.GetRoot(cancellation).FindToken(position);
        foreach (var node in token.Parent?.AncestorsAndSelf() ?? [])
        {
            var name = node switch
            {
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                LocalFunctionStatementSyntax local => local.Identifier.ValueText,
                BaseNamespaceDeclarationSyntax declaration => declaration.Name.ToString(),
                _ => "",
            };
            if (name.Length > 0)
                yield return name + ". ";
        }
    }

    private bool Judge(SyntaxNode function)
    {
        if (!_verdicts.TryGetValue(function, out var verdict))
            _verdicts.Add(function, verdict = IsEndpoint(function) || apis.AreCalledIn(function, model, cancellation));
        return verdict;
    }

    private bool IsEndpoint(SyntaxNode function)
    {
        var symbol = function is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(function, cancellation).Symbol : model.GetDeclaredSymbol(function, cancellation);
        return symbol is IMethodSymbol method && (decisions.Contains(method) || entryPoints.KindOf(method) is not null);
    }

    /// <summary>Whether a comment belongs to a type as a whole: it stands before its body.</summary>
    private static bool IsInHead(SyntaxToken token, BaseTypeDeclarationSyntax type) =>
        token.SpanStart <= type.Identifier.SpanStart || (!type.OpenBraceToken.IsKind(SyntaxKind.None) && token.SpanStart <= type.OpenBraceToken.SpanStart);
}
