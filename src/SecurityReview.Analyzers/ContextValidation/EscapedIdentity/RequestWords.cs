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
        return s_types.SelectMany(type => names.IdentifiersOf(type, cancellation).SelectMany(static token => DeclaredWith(token).Concat(AsyncAround(token))))
            .Concat(s_members.SelectMany(member => names.IdentifiersOf(member, cancellation).SelectMany(AsyncAround)));
    }

    /// <summary>The members, and the parameters that all members see, whose type a token is part of.</summary>
    private static IEnumerable<SoughtWord> DeclaredWith(SyntaxToken type)
    {
        for (var node = type.Parent; node?.Parent is { } declaration && node is TypeSyntax or VariableDeclarationSyntax; node = declaration)
        {
            switch (declaration)
            {
                case BaseFieldDeclarationSyntax field:
                    return field.Declaration.Variables.Select(static variable => SoughtWord.Of(variable.Identifier.ValueText));
                case PropertyDeclarationSyntax property:
                    return [SoughtWord.Of(property.Identifier.ValueText)];
                case MethodDeclarationSyntax method:
                    return [SoughtWord.CallOf(method.Identifier.ValueText)];
                case LocalFunctionStatementSyntax function:
                    return [SoughtWord.CallOf(function.Identifier.ValueText)];
                case ParameterSyntax { Parent.Parent: TypeDeclarationSyntax } parameter:
                    return [SoughtWord.Of(parameter.Identifier.ValueText)];
            }
        }

        return [];
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
