using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>Whether a name may be that of something declared in a piece of code, by syntax alone.</summary>
internal static class LocalNames
{
    /// <summary>Whether the code of a member declares anything of a name: a local, a parameter, a range variable, a local function.</summary>
    public static bool Declares(SyntaxNode member, string name) => DeclaresLocal(member, name) || member.DescendantNodes().Any(node => node switch
    {
        ParameterSyntax parameter => parameter.Identifier.ValueText == name,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText == name,
        FromClauseSyntax range => range.Identifier.ValueText == name,
        LetClauseSyntax range => range.Identifier.ValueText == name,
        JoinClauseSyntax range => range.Identifier.ValueText == name,
        JoinIntoClauseSyntax range => range.Identifier.ValueText == name,
        QueryContinuationSyntax range => range.Identifier.ValueText == name,
        _ => false,
    });

    /// <summary>Whether it declares a local.</summary>
    public static bool DeclaresLocal(SyntaxNode body, string name) => body.DescendantNodes().Any(node => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText == name,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText == name,
        ForEachStatementSyntax loop => loop.Identifier.ValueText == name,
        CatchDeclarationSyntax caught => caught.Identifier.ValueText == name,
        _ => false,
    });
}
