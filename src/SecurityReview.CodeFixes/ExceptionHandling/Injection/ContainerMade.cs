using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling.Injection;

/// <summary>Classes that only a container makes, as far as the project shows: one more parameter of their constructor breaks nobody.</summary>
internal static class ContainerMade
{
    private static readonly string[] s_madeByOthers = ["System.Attribute", "System.Exception", "System.MarshalByRefObject"];

    public static bool Is(ClassDeclarationSyntax declaration, RepairContext context)
    {
        if (declaration.Modifiers.Any(SyntaxKind.StaticKeyword) || declaration.Modifiers.Any(SyntaxKind.AbstractKeyword) ||
            context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { DeclaringSyntaxReferences.Length: 1, BaseType: { } @base } type)
        {
            return false;
        }

        if (s_madeByOthers.Any(name => type.IsOrInherits(context.Model.Compilation.GetTypeByMetadataName(name))) || !HasPlainConstructor(@base, declaration))
            return false;
        return NameIndex.Of(context.Model.Compilation).IdentifiersOf(type.Name, context.CancellationToken).All(static token => !MakesOne(token));
    }

    /// <summary>A constructor that calls none of its base needs one without parameters there.</summary>
    private static bool HasPlainConstructor(INamedTypeSymbol @base, ClassDeclarationSyntax declaration) =>
        declaration.ParameterList is not null || declaration.Members.OfType<ConstructorDeclarationSyntax>().Any() ||
        @base.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility != Accessibility.Private);

    /// <summary>Whether a mention creates an object of the class, or derives from it.</summary>
    private static bool MakesOne(SyntaxToken mention)
    {
        if (mention.Parent is not SimpleNameSyntax name)
            return false;
        SyntaxNode type = name;
        while (type.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax or NullableTypeSyntax)
            type = type.Parent;
        return type.Parent switch
        {
            ObjectCreationExpressionSyntax or BaseTypeSyntax or TypeConstraintSyntax => true,
            VariableDeclarationSyntax variables => variables.Variables.Any(static variable => variable.Initializer?.Value is ImplicitObjectCreationExpressionSyntax),
            PropertyDeclarationSyntax property => (property.Initializer?.Value ?? property.ExpressionBody?.Expression) is ImplicitObjectCreationExpressionSyntax,
            MethodDeclarationSyntax method => method.DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>().Any(),
            _ => false,
        };
    }
}
