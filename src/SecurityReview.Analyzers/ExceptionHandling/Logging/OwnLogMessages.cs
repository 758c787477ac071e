using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>The names under which a compilation logs by messages of its own: generated methods and delegates of <c>LoggerMessage.Define</c>.</summary>
internal static class OwnLogMessages
{
    /// <summary>The names of the methods, variables and properties, found by syntax alone.</summary>
    public static IEnumerable<string> NamesIn(Compilation compilation, CancellationToken cancellation)
    {
        var names = NameIndex.Of(compilation);
        return names.IdentifiersOf("LoggerMessage", cancellation).Concat(names.IdentifiersOf("LoggerMessageAttribute", cancellation))
            .Select(static token => NameAround(token.Parent)).Where(static name => name.Length > 0);
    }

    private static string NameAround(SyntaxNode? mention)
    {
        for (var current = mention; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case MethodDeclarationSyntax method when mention!.FirstAncestorOrSelf<AttributeSyntax>() is not null:
                    return method.Identifier.ValueText;
                case VariableDeclaratorSyntax variable:
                    return variable.Identifier.ValueText;
                case PropertyDeclarationSyntax property:
                    return property.Identifier.ValueText;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left.GetLastToken().ValueText;
                case MemberDeclarationSyntax:
                    return "";
            }
        }

        return "";
    }
}
