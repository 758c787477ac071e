using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>The code that a call runs, as operations: of the method itself, or of what implements it in the compilation.</summary>
internal sealed class CalledCode(KnownTypes types)
{
    private readonly CallTargets _targets = CallTargets.Of(types);

    /// <summary>The methods with code that a call may run; empty where none is known.</summary>
    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, CancellationToken cancellation) =>
        _targets.Of(method, AbstractValue.Clean, method.ContainingType, method.IsAbstract || method.IsVirtual || method.IsOverride, cancellation);

    /// <summary>The code of a method.</summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellation) => OperationOf(BodyDeclarations.Of(method, cancellation), cancellation);

    /// <summary>The code of what gives a property its value.</summary>
    public IOperation? BodyOf(IPropertySymbol property, CancellationToken cancellation) =>
        property.GetMethod is { } getter ? OperationOf(BodyDeclarations.Of(getter, cancellation) ?? BodyOfGetter(property, cancellation), cancellation) : null;

    private static SyntaxNode? BodyOfGetter(IPropertySymbol property, CancellationToken cancellation) =>
        (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as PropertyDeclarationSyntax)?.ExpressionBody;

    private IOperation? OperationOf(SyntaxNode? body, CancellationToken cancellation) =>
        body is null || body is CompilationUnitSyntax ? null : ForeignModels.Of(types.Compilation, body.SyntaxTree).GetOperation(body, cancellation);
}
