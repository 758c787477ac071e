using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Taint.Calls;

/// <summary>
/// Makes the control flow graphs of functions anywhere in the compilation. Lives as long as one query: graphs and the models behind them are
/// not kept longer.
/// </summary>
internal sealed class FunctionBodies(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxNode, ControlFlowGraph?> _graphs = new();
    private readonly Dictionary<ControlFlowGraph, HashSet<object?>> _constants = new();

    /// <summary>
    /// The units of a function in the order in which they run (a constructor runs initialisers first); empty where it has no code.
    /// </summary>
    public ImmutableArray<FunctionUnit> UnitsOf(IMethodSymbol function)
    {
        var units = ImmutableArray.CreateBuilder<FunctionUnit>();
        var member = function.MemberAround();
        var syntax = BodyDeclarations.Of(function, cancellation);
        if (function.MethodKind is MethodKind.Constructor && !BodyDeclarations.CallsSibling(syntax))
        {
            foreach (var initializer in BodyDeclarations.InitializersOf(function.ContainingType, isStatic: false, cancellation))
            {
                if (GraphOf(initializer) is { } graph)
                    units.Add(new FunctionUnit(function, member, graph));
            }
        }

        if (syntax is not null && (GraphOf(syntax) ?? NestedGraphOf(syntax)) is { } body)
            units.Add(new FunctionUnit(function, member, body));
        return units.ToImmutable();
    }

    /// <summary>Whether a function may have code here: the cheap test, without binding.</summary>
    public static bool HasCode(IMethodSymbol function) =>
        !function.IsAbstract && !function.IsExtern &&
        (function is { IsImplicitlyDeclared: true, MethodKind: not MethodKind.AnonymousFunction } ? IsImplicitConstructor(function) : function.HasSource());

    /// <summary>The graph of a body that already has one.</summary>
    public void Add(ControlFlowGraph graph) => _graphs[graph.OriginalOperation.Syntax] = graph;

    /// <summary>Whether a constant is written in a body: as a literal, or as what the compiler folds to one.</summary>
    public bool IsWrittenIn(ControlFlowGraph graph, object? constant)
    {
        if (!_constants.TryGetValue(graph, out var written))
        {
            _constants[graph] = written = new HashSet<object?>(graph.OriginalOperation.DescendantsAndSelf()
                .Select(static operation => operation.ConstantValue).Where(static folded => folded.HasValue).Select(static folded => folded.Value));
        }

        return written.Contains(constant);
    }

    /// <summary>The graph of a whole body; null where the compiler makes none.</summary>
    public ControlFlowGraph? GraphOf(SyntaxNode body)
    {
        if (_graphs.TryGetValue(body, out var known))
            return known;
        cancellation.ThrowIfCancellationRequested();
        if (!ReferenceEquals(BodyDeclarations.Around(body), body) && body is not Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax and not Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax)
            return null;
        return _graphs[body] = Create(body);
    }

    private ControlFlowGraph? Create(SyntaxNode body)
    {
        var operation = ForeignModels.Of(compilation, body.SyntaxTree).GetOperation(body, cancellation);
        return operation is null ? null : FunctionBody.WholeGraphOf(operation, cancellation);
    }

    /// <summary>The graph of a lambda or local function, down from the body around it.</summary>
    private ControlFlowGraph? NestedGraphOf(SyntaxNode function)
    {
        if (_graphs.TryGetValue(function, out var known))
            return known;
        if (function.Parent is null || BodyDeclarations.Around(function.Parent) is not { } body || GraphOf(body) is not { } graph)
            return null;
        AddNested(graph);
        return _graphs.TryGetValue(function, out known) ? known : _graphs[function] = null;
    }

    private void AddNested(ControlFlowGraph graph)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (var local in graph.LocalFunctions)
        {
            if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax)
                AddNested(syntax, graph.GetLocalFunctionControlFlowGraph(local, cancellation));
        }

        foreach (var operation in graph.Blocks.SelectMany(static block => block.AllOperations()))
        {
            if (operation is IFlowAnonymousFunctionOperation lambda)
                AddNested(lambda.Syntax, graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation));
        }
    }

    private void AddNested(SyntaxNode syntax, ControlFlowGraph graph)
    {
        if (_graphs.ContainsKey(syntax))
            return;
        _graphs[syntax] = graph;
        AddNested(graph);
    }

    private static bool IsImplicitConstructor(IMethodSymbol function) =>
        function is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } && function.ContainingType.HasSource();
}
