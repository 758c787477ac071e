using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.Syntax;

/// <summary>The function that runs a piece of code: a lambda, local function, method, accessor, or the whole file for top-level statements.</summary>
/// <param name="Node">Its declaration.</param>
/// <param name="Symbol">Its symbol; null where the code is not complete.</param>
internal sealed record EnclosingFunction(SyntaxNode Node, IMethodSymbol? Symbol)
{
    public bool IsIterator => Node.DescendantNodes(child => child == Node || child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is YieldStatementSyntax);

    /// <summary>Whether instance members of the type can be used without a receiver.</summary>
    public bool SeesInstance
    {
        get
        {
            for (ISymbol? symbol = Symbol; symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
            {
                if (method.IsStatic)
                    return false;
            }

            return Symbol is not null;
        }
    }

    public static EnclosingFunction? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax:
                    return new EnclosingFunction(ancestor, model.GetSymbolInfo(ancestor, cancellation).Symbol as IMethodSymbol);
                case LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax:
                    return new EnclosingFunction(ancestor, model.GetDeclaredSymbol(ancestor, cancellation) as IMethodSymbol);
                case BasePropertyDeclarationSyntax property:
                    return new EnclosingFunction(ancestor, (model.GetDeclaredSymbol(property, cancellation) as IPropertySymbol)?.GetMethod);
                case BaseTypeDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The type of the value that a <c>return</c> names: inside of async functions the result of the task.</summary>
    public ITypeSymbol? ReturnedType
    {
        get
        {
            if (Symbol is not { ReturnType: { } type })
                return null;
            if (!Symbol.IsAsync)
                return type;
            return type is INamedTypeSymbol { Arity: 1 } task ? task.TypeArguments[0] : null;
        }
    }
}
