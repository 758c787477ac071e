using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Where a variable or member that holds a route builder is given its value, and where it is used.</summary>
internal sealed class BuilderReferences(Compilation compilation)
{
    /// <summary>The values that a local, field or property is given.</summary>
    public IEnumerable<IOperation> ValuesOf(ISymbol symbol, IOperation reference)
    {
        if (symbol is ILocalSymbol local)
            return ValuesOf(local, reference.Root());
        if (symbol is IPropertySymbol property && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody.Expression: var body })
            return OperationAt(body) is { } value ? [value] : [];
        return WriteSites.Of(symbol, NameIndex.Of(compilation), compilation, CancellationToken.None).Select(OperationAt).OfType<IOperation>();
    }

    /// <summary>The places where a local, parameter, field or property is read.</summary>
    /// <param name="body">Any operation of the body, for a local.</param>
    public IEnumerable<IOperation> UsesOf(ISymbol symbol, IOperation? body) => symbol switch
    {
        ILocalSymbol => body?.Root().DescendantsAndSelf().Where(operation => operation is ILocalReferenceOperation reference && Same(reference.Local, symbol)) ?? [],
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } =>
            BodyOf(method)?.DescendantsAndSelf().Where(operation => operation is IParameterReferenceOperation reference && Same(reference.Parameter, symbol)) ?? [],
        _ => NameIndex.Of(compilation).IdentifiersOf(symbol, symbol.Name, CancellationToken.None)
            .Select(static token => token.Parent).OfType<SimpleNameSyntax>()
            .Select(name => OperationAt(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name))
            .OfType<IMemberReferenceOperation>().Where(reference => Same(reference.Member, symbol)),
    };

    /// <summary>The code of a method; null where it has none here.</summary>
    public IOperation? BodyOf(IMethodSymbol method)
    {
        if (!method.HasSource())
            return null;
        var declaration = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences[0].GetSyntax();
        return declaration is AnonymousFunctionExpressionSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax ? OperationAt(declaration) : null;
    }

    /// <summary>What a method returns.</summary>
    public IEnumerable<IOperation> ReturnsOf(IMethodSymbol method) =>
        BodyOf(method)?.Descendants().OfType<IReturnOperation>().Where(static result => result.Kind == OperationKind.Return).Select(static result => result.ReturnedValue).OfType<IOperation>() ?? [];

    public IOperation? OperationAt(SyntaxNode node) => ForeignModels.Of(compilation, node.SyntaxTree).GetOperation(node);

    private static IEnumerable<IOperation> ValuesOf(ILocalSymbol local, IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local) && declarator.GetVariableInitializer()?.Value is { } initial:
                    yield return initial;
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Same(target.Local, local):
                    yield return assignment.Value;
                    break;
            }
        }
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);
}
