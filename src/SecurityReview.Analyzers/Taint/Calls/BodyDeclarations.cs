using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>Which nodes of a syntax tree are bodies that the compiler makes one operation tree of.</summary>
internal static class BodyDeclarations
{
    /// <summary>The body around a node; null outside of code.</summary>
    public static SyntaxNode? Around(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PrimaryConstructorBaseTypeSyntax:
                    return current is PrimaryConstructorBaseTypeSyntax ? current.FirstAncestorOrSelf<TypeDeclarationSyntax>() : current;
                case ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax }:
                    return current;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    return current;
                case GlobalStatementSyntax:
                    return current.Parent;
                case BaseTypeDeclarationSyntax or AttributeSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The body of what the driver takes for one declaration; null where it has none.</summary>
    public static SyntaxNode? OfDeclaration(SyntaxNode declaration) => declaration switch
    {
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.FirstOrDefault()?.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or TypeDeclarationSyntax or CompilationUnitSyntax => declaration,
        _ => null,
    };

    /// <summary>The member whose body a node is; null where it has none.</summary>
    public static ISymbol? SymbolOf(SyntaxNode body, SemanticModel model, CancellationToken cancellation) => body switch
    {
        ArrowExpressionClauseSyntax { Parent: { } property } => (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: { } holder } => model.GetDeclaredSymbol(holder, cancellation),
        TypeDeclarationSyntax type => (model.GetDeclaredSymbol(type, cancellation) as INamedTypeSymbol)?.InstanceConstructors.FirstOrDefault(constructor => IsDeclaredBy(constructor, type)),
        _ => model.GetDeclaredSymbol(body, cancellation),
    };

    /// <summary>Where the code of a function stands: a body, or a lambda or local function within one; null where it has none.</summary>
    public static SyntaxNode? Of(IMethodSymbol function, CancellationToken cancellation)
    {
        var implementation = function.PartialImplementationPart ?? function;
        foreach (var reference in implementation.DeclaringSyntaxReferences)
        {
            switch (reference.GetSyntax(cancellation))
            {
                case BaseMethodDeclarationSyntax method when method.Body is not null || method.ExpressionBody is not null:
                    return method;
                case AccessorDeclarationSyntax accessor when accessor.Body is not null || accessor.ExpressionBody is not null:
                    return accessor;
                case LocalFunctionStatementSyntax local when local.Body is not null || local.ExpressionBody is not null:
                    return local;
                case TypeDeclarationSyntax type when type.BaseList?.Types.Any(SyntaxKind.PrimaryConstructorBaseType) == true:
                    return type;
                case ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax:
                    return reference.GetSyntax(cancellation);
                // A clause of a query is a lambda without the looks of one.
                case ExpressionSyntax or QueryClauseSyntax or OrderingSyntax or SelectOrGroupClauseSyntax when function.MethodKind == MethodKind.AnonymousFunction:
                    return reference.GetSyntax(cancellation);
            }
        }

        return null;
    }

    /// <summary>Whether a constructor hands over to another one of its type, which then runs the initialisers.</summary>
    public static bool CallsSibling(SyntaxNode? constructor) => constructor is ConstructorDeclarationSyntax { Initializer.RawKind: (int)SyntaxKind.ThisConstructorInitializer };

    /// <summary>The initialisers that a constructor of a type runs, or that run when the type is first used.</summary>
    public static IEnumerable<SyntaxNode> InitializersOf(INamedTypeSymbol type, bool isStatic, CancellationToken cancellation)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic != isStatic || member is not (IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } or IPropertySymbol or IEventSymbol))
                continue;
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                var initializer = reference.GetSyntax(cancellation) switch
                {
                    VariableDeclaratorSyntax variable => variable.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (initializer is not null)
                    yield return initializer;
            }
        }
    }

    private static bool IsDeclaredBy(IMethodSymbol constructor, TypeDeclarationSyntax type) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.Span == type.Span && reference.SyntaxTree == type.SyntaxTree);
}
