using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>The code of a declaration: the same operation trees that the driver hands to operation actions.</summary>
internal static class ExecutableCode
{
    /// <summary>The trees, each by its root.</summary>
    /// <param name="member">What is declared: fields, a type and its primary constructor, or the program and its top-level statements, share a declaration.</param>
    public static IEnumerable<IOperation> Of(SyntaxNode declaration, ISymbol member, SemanticModel model, CancellationToken cancellation)
    {
        var seen = new HashSet<IOperation>();
        foreach (var part in PartsOf(declaration, member))
        {
            if (model.GetOperation(part, cancellation) is not { } operation)
                continue;
            while (operation.Parent is { } parent)
                operation = parent;
            if (IsBody(operation) && seen.Add(operation))
                yield return operation;
        }
    }

    /// <summary>Where the code of a declaration stands: of a type, whose members are declarations of their own, in its head.</summary>
    public static TextSpan SpanOf(SyntaxNode declaration) => declaration is TypeDeclarationSyntax { OpenBraceToken: { IsMissing: false, RawKind: not 0 } brace }
        ? TextSpan.FromBounds(declaration.SpanStart, brace.SpanStart)
        : declaration.Span;

    /// <summary>Whether a tree is one that a graph can be made of: half-typed code has others.</summary>
    private static bool IsBody(IOperation root) => root is IBlockOperation or IMethodBodyOperation or IConstructorBodyOperation or IAttributeOperation or
        IFieldInitializerOperation or IPropertyInitializerOperation or IParameterInitializerOperation;

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode declaration, ISymbol member)
    {
        switch (declaration)
        {
            // The property of a record's parameter: its constructor has the code.
            case ParameterSyntax:
                return [];
            case TypeDeclarationSyntax type when member is INamedTypeSymbol:
                return type.AttributeLists.SelectMany(static list => list.Attributes).Concat(HeadOf(type.TypeParameterList));
            case TypeDeclarationSyntax type:
                return HeadOf(type.ParameterList).Concat(HeadOf(type.BaseList));
            case CompilationUnitSyntax:
                return member is IMethodSymbol ? [declaration] : [];
            case BaseFieldDeclarationSyntax field:
                return HeadOf(field).Concat(field.Declaration.Variables.Where(variable => variable.Identifier.ValueText == member.Name).SelectMany(HeadOf));
            default:
                return HeadOf(declaration).Prepend(declaration);
        }
    }

    /// <summary>What is code outside of the body: attributes, default values, initialisers, the arguments for a base type.</summary>
    private static IEnumerable<SyntaxNode> HeadOf(SyntaxNode? declaration) =>
        declaration is null ? [] : declaration.DescendantNodes(node => node == declaration || IsHead(node)).Where(static node => node is AttributeSyntax or EqualsValueClauseSyntax or PrimaryConstructorBaseTypeSyntax);

    private static bool IsHead(SyntaxNode node) =>
        node is AttributeListSyntax or BaseParameterListSyntax or ParameterSyntax or TypeParameterListSyntax or TypeParameterSyntax or BaseListSyntax;
}
