using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Taint.Names;

/// <summary>Whether a name may be that of something declared in a piece of code: where the name stands is looked up, nothing is walked or bound.</summary>
internal static class LocalNames
{
    /// <summary>Whether the code of a member declares anything of a name: a local, a parameter, a range variable, a local function.</summary>
    public static bool Declares(SyntaxNode member, string name, CancellationToken cancellation) => PlacesOf(name, member, cancellation).Any(static place => IsLocal(place) || place is
        ParameterSyntax or LocalFunctionStatementSyntax or FromClauseSyntax or LetClauseSyntax or JoinClauseSyntax or JoinIntoClauseSyntax or QueryContinuationSyntax);

    /// <summary>Whether it declares a local.</summary>
    public static bool DeclaresLocal(SyntaxNode body, string name, CancellationToken cancellation) => PlacesOf(name, body, cancellation).Any(IsLocal);

    /// <summary>What the name belongs to wherever it stands: these have no other identifier of their own than the one that they declare.</summary>
    private static IEnumerable<SyntaxNode?> PlacesOf(string name, SyntaxNode code, CancellationToken cancellation) =>
        TreeNames.Of(code.SyntaxTree, cancellation).TokensIn(code, name).Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.Parent);

    private static bool IsLocal(SyntaxNode? place) => place is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax or CatchDeclarationSyntax;
}
