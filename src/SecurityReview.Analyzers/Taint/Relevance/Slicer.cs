using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Relevance;

/// <summary>
/// Makes the slice of a body for some of its expressions. A call matters if its result, or what it does to a variable that matters, may reach one of
/// them; if it may throw on such a variable, and so say something of it; if it never returns; or if it decides a branch with a constant.
/// </summary>
internal sealed class Slicer
{
    private readonly BodyFacts _facts;
    private readonly IReadOnlyCollection<SyntaxNode> _demands;
    private readonly TypeBarrier _barrier;
    private readonly CancellationToken _cancellation;
    private readonly HashSet<IOperation> _marked = new();
    private readonly HashSet<IOperation> _relevant = new();
    private readonly HashSet<ISymbol> _variables = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _deciding = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _pending = new();
    private bool _ownStateMatters;
    private bool _everythingMatters;

    private Slicer(BodyFacts facts, IReadOnlyCollection<SyntaxNode> demands, TypeBarrier barrier, CancellationToken cancellation) =>
        (_facts, _demands, _barrier, _cancellation) = (facts, demands, barrier, cancellation);

    /// <param name="body">The operations of the whole body.</param>
    /// <param name="demands">The expressions, or calls of which the arguments and the receiver are asked for.</param>
    public static BodySlice Of(IOperation body, IReadOnlyCollection<SyntaxNode> demands, TypeBarrier barrier, CancellationToken cancellation)
    {
        if (BodyFacts.Of(body) is not { } facts)
            return BodySlice.Whole;
        var slicer = new Slicer(facts, demands, barrier, cancellation);
        slicer.Find(body);
        if (slicer._everythingMatters)
            return BodySlice.Whole;
        var skipped = facts.Calls.Where(call => !slicer._relevant.Contains(call)).Select(static call => call.Syntax);
        return new BodySlice(new HashSet<SyntaxNode>(skipped), new HashSet<SyntaxNode>(slicer._relevant.Select(static call => call.Syntax)));
    }

    private void Find(IOperation body)
    {
        // Conversions, arguments and returns that nobody wrote have the syntax of what they hand on.
        var named = body.DescendantsAndSelf().Where(operation => _demands.Contains(operation.Syntax)).ToLookup(static operation => operation.Syntax);
        _everythingMatters = named.Count < _demands.Count;
        foreach (var operation in named.SelectMany(static same => same.All(static operation => operation.IsImplicit) ? same.AsEnumerable() : same.Where(static operation => !operation.IsImplicit)))
        {
            foreach (var part in BodyFacts.RunsCode(operation) ? operation.ChildOperations.AsEnumerable() : [operation])
                Mark(part);
        }

        foreach (var condition in _facts.Conditions)
            Decide(condition);
        foreach (var call in _facts.Calls.Where(call => TargetOf(call) is { } target && NeverReturns(target)))
            Matters(call);
        while (_pending.Count > 0 && !_everythingMatters)
        {
            _cancellation.ThrowIfCancellationRequested();
            Follow(_pending.Dequeue());
        }
    }

    /// <summary>All of an expression matters.</summary>
    private void Mark(IOperation expression)
    {
        var pending = new Stack<IOperation>();
        pending.Push(expression);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (!_marked.Add(operation))
                continue;
            if (BodyFacts.RunsCode(operation))
                _relevant.Add(operation);
            if (BodyFacts.Named(operation) is { } variable)
                Add(variable);
            foreach (var child in operation.ChildOperations)
                pending.Push(child);
        }
    }

    /// <summary>The constants in what decides a branch matter, and calls that give nothing but a constant.</summary>
    private void Decide(IOperation condition)
    {
        foreach (var operation in condition.DescendantsAndSelf())
        {
            if (TargetOf(operation) is { } target && GivesConstant(target))
                Matters(operation);
            else if (BodyFacts.Named(operation) is ILocalSymbol { Type: var type } local && IsSimple(type) && _deciding.Add(local))
            {
                foreach (var value in _facts.WritesTo(local))
                    Decide(value);
            }
        }
    }

    private void Add(ISymbol variable)
    {
        if (_variables.Add(variable))
            _pending.Enqueue(variable);
    }

    private void Follow(ISymbol variable)
    {
        foreach (var value in _facts.WritesTo(variable))
            Mark(value);
        var type = TypeOf(variable);
        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } })
        {
            foreach (var call in _facts.DelegateCalls)
                Mark(call);
        }

        if (variable is IFieldSymbol or IPropertySymbol or IEventSymbol || (variable is IParameterSymbol parameter && parameter.IsPrimary()))
            FollowMember(variable, type);
        if (!_barrier.CanCarryText(type))
            return;
        foreach (var call in _facts.CallsNaming(variable).Where(IsBefore))
        {
            if (IsSimple(type))
                Matters(call);
            else
                Mark(call);
        }

        if (!IsSimple(type))
        {
            foreach (var (target, place) in _facts.FilledWith(variable))
            {
                if (!IsSimple(TypeOf(target)) && IsBefore(place))
                    Add(target);
            }
        }
    }

    /// <summary>What the object holds, any of its methods may change; what is static, anyone.</summary>
    private void FollowMember(ISymbol member, ITypeSymbol? type)
    {
        var isFixed = member is IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } or IParameterSymbol;
        if ((isFixed && IsSimple(type)) || member.DeclaringSyntaxReferences.IsEmpty)
            return;
        if (member.IsStatic)
        {
            _everythingMatters = true;
            return;
        }

        if (_ownStateMatters)
            return;
        _ownStateMatters = true;
        foreach (var call in _facts.Calls.Where(IsOnItself).Where(IsBefore))
            Mark(call);
    }

    private static bool IsOnItself(IOperation call) =>
        (call as IInvocationOperation)?.Instance is IInstanceReferenceOperation || call.ChildOperations.Any(static child => child is IArgumentOperation { Value: var value } && value.Unwrap() is IInstanceReferenceOperation);

    private void Matters(IOperation call)
    {
        if (BodyFacts.RunsCode(call) && IsBefore(call))
            _relevant.Add(call);
    }

    /// <summary>Whether a call may have run when the expressions are evaluated.</summary>
    private bool IsBefore(IOperation call) =>
        _facts.MayRepeat || _demands.Any(demand => call.Syntax.SpanStart <= demand.Span.End && !call.Syntax.Span.Contains(demand.Span));

    private static IMethodSymbol? TargetOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition,
        _ => null,
    };

    private bool NeverReturns(IMethodSymbol method) =>
        (method.ReturnsVoid || method.ReturnType.Name == "Task") && BodyDeclarations.Of(method, _cancellation) switch
        {
            BaseMethodDeclarationSyntax { Body: { Statements: { Count: > 0 } statements } } => statements.Last() is ThrowStatementSyntax,
            BaseMethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression is ThrowExpressionSyntax,
            _ => false,
        };

    /// <summary>A few lines that wait for nothing, as switches and such tests are written.</summary>
    private bool GivesConstant(IMethodSymbol method) =>
        IsSimple(method.ReturnType) && BodyDeclarations.Of(method, _cancellation) switch
        {
            BaseMethodDeclarationSyntax { Body.Statements.Count: var count } => count <= 3,
            BaseMethodDeclarationSyntax { ExpressionBody: not null } => true,
            _ => method.IsAbstract || method.IsVirtual,
        };

    private static ITypeSymbol? TypeOf(ISymbol variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol @event => @event.Type,
        _ => null,
    };

    /// <summary>Whether nobody can change a value but by assigning another one.</summary>
    private static bool IsSimple(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime } or
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}
