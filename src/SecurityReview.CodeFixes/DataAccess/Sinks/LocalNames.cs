using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DataAccess.Sinks;

/// <summary>Names of local variables that no identifier of a body has, nor one that an earlier repair of the same run declares there.</summary>
internal sealed class LocalNames(SyntaxNode place, RepairContext context)
{
    private readonly SyntaxNode _body = LocalReferences.BodyOf(place);

    /// <summary>Takes a name; false where it is taken.</summary>
    public bool Take(string name) =>
        !_body.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
        && context.Pass.TakeName((_body, "locals"), name);
}
