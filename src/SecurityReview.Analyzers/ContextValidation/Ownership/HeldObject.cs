using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>The object that a call gives, under all the names that a function has for it, and the values that are made of it.</summary>
internal sealed class HeldObject
{
    private readonly SyntaxNode _call;
    private readonly HashSet<ISymbol> _names = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _derived = new(SymbolEqualityComparer.Default);

    private HeldObject(SyntaxNode call) => _call = call;

    /// <summary>The names of the object itself.</summary>
    public IEnumerable<string> Names => _names.Select(static name => name.Name);

    /// <param name="call">The call that gives the object.</param>
    /// <param name="operations">The operations of the function, in source order.</param>
    public static HeldObject Of(IInvocationOperation call, IReadOnlyList<IOperation> operations)
    {
        var held = new HeldObject(call.Syntax);
        // What a loop makes of it may stand before: a second round finds that.
        for (var round = 0; round < 2; round++)
        {
            foreach (var operation in operations)
                held.Add(operation);
        }

        return held;
    }

    /// <summary>Whether an operation gives the object itself, in whatever form.</summary>
    public bool Is(IOperation? operation) => operation is not null && ValueForm.Peel(operation) switch
    {
        ILocalReferenceOperation local => _names.Contains(local.Local),
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member } => _names.Contains(member),
        IInvocationOperation call => call.Syntax == _call,
        ISimpleAssignmentOperation assignment => Is(assignment.Value),
        _ => false,
    };

    /// <summary>Whether the value of an expression is made of the object: what only decides a condition is not.</summary>
    public bool IsIn(IOperation expression) => expression.DescendantsAndSelf().Any(part => IsMade(part) && IsValueOf(part, expression));

    /// <summary>Whether the object is what a chain of members starts at: <c>x.A.B</c>.</summary>
    public bool IsRootOf(IOperation? operation)
    {
        for (var current = operation; current is not null; current = InstanceOf(current))
        {
            if (Is(current))
                return true;
        }

        return false;
    }

    private static IOperation? InstanceOf(IOperation operation) => operation.Unwrap() switch
    {
        IMemberReferenceOperation member => member.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IConditionalAccessInstanceOperation instance => instance.ConditionalReceiver(),
        IInvocationOperation { TargetMethod.Name: "First" or "Single" or "FirstOrDefault" or "SingleOrDefault" or "Find" } call => call.Receiver(),
        _ => null,
    };

    private bool IsMade(IOperation part) => part switch
    {
        ILocalReferenceOperation local => _names.Contains(local.Local) || _derived.Contains(local.Local),
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member } => _names.Contains(member),
        IInvocationOperation call => call.Syntax == _call,
        _ => false,
    };

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { Value: var value }:
                Add(local, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value }:
                Add(local, value);
                break;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var member }, Value: var value } when Is(value):
                _names.Add(member);
                break;
            case IIsPatternOperation pattern when Is(pattern.Value):
                foreach (var declared in pattern.Pattern.DescendantsAndSelf().Select(DeclaredBy).OfType<ISymbol>())
                    _names.Add(declared);
                break;
            case IForEachLoopOperation loop when IsIn(loop.Collection):
                _derived.UnionWith(loop.Locals);
                break;
        }
    }

    private void Add(ILocalSymbol local, IOperation value)
    {
        if (Is(value))
            _names.Add(local);
        else if (IsIn(value))
            _derived.Add(local);
    }

    private static ISymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        _ => null,
    };

    private static bool IsValueOf(IOperation part, IOperation whole)
    {
        for (IOperation child = part, parent = part.Parent!; !ReferenceEquals(child, whole) && parent is not null; child = parent, parent = parent.Parent!)
        {
            switch (parent)
            {
                case IIsPatternOperation or IIsTypeOperation or INameOfOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals }:
                case IConditionalOperation conditional when ReferenceEquals(conditional.Condition, child):
                    return false;
            }
        }

        return true;
    }
}
