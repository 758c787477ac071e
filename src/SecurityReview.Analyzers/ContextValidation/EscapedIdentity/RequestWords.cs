using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.EscapedIdentity;

/// <summary>
/// The words by which code comes to an object of a request, or to who it says that the caller is: its types, the members of the framework, and what the program
/// declares with such a type. An own method that runs on by itself may read them out of sight, so its name is one too.
/// </summary>
internal static class RequestWords
{
    private static readonly string[] s_types = [.. RequestObjects.Contexts, "ClaimsPrincipal", "ClaimsIdentity", "IPrincipal", "IIdentity"];

    private static readonly string[] s_members =
        ["User", "Identity", "Request", "Response", "Principal", "Current", "CurrentUser", "Context", "FindFirst", "FindFirstValue", "GetUserId", "UserId"];

    public static BodyWords In(KnownTypes types) => BodyWords
        .FoundBy(types, cancellation => s_types.Concat(s_members).Select(static word => SoughtWord.Of(word)).Concat(Declared(types, cancellation)))
        .Or(WordUse.Qualifying, "Task", "ThreadPool");

    private static IEnumerable<SoughtWord> Declared(KnownTypes types, CancellationToken cancellation)
    {
        var names = NameIndex.Of(types.Compilation);
        return s_types.SelectMany(type => names.IdentifiersOf(type, cancellation).SelectMany(static token => TypeMentions.DeclaredWith(token).Concat(AsyncAround(token))))
            .Concat(s_members.SelectMany(member => names.IdentifiersOf(member, cancellation).SelectMany(AsyncAround)));
    }

    /// <summary>The functions around a token that may go on after their caller.</summary>
    private static IEnumerable<SoughtWord> AsyncAround(SyntaxToken token)
    {
        for (var node = token.Parent; node is not null and not BaseTypeDeclarationSyntax; node = node.Parent)
        {
            if (node is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.AsyncKeyword))
                yield return SoughtWord.CallOf(method.Identifier.ValueText);
            else if (node is LocalFunctionStatementSyntax function && function.Modifiers.Any(SyntaxKind.AsyncKeyword))
                yield return SoughtWord.CallOf(function.Identifier.ValueText);
        }
    }
}
