using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>What a program declares with a type, found by the places where it writes the type's name.</summary>
internal static class TypeMentions
{
    /// <summary>The words by which code comes to the members, and the parameters that all members see, whose type a token is part of.</summary>
    public static IEnumerable<SoughtWord> DeclaredWith(SyntaxToken type)
    {
        for (var node = type.Parent; node?.Parent is { } declaration && node is TypeSyntax or TypeArgumentListSyntax or TupleElementSyntax or VariableDeclarationSyntax; node = declaration)
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
}
