using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Calls;

namespace SecurityReview.Analyzers.Taint.Relevance;

/// <summary>What a body says of its variables, read once from its operations: what is written to each, in which calls each is named, what decides branches.</summary>
internal sealed class BodyFacts
{
    /// <summary>A body with more operations is not sliced, nor one whose calls are nested deeper.</summary>
    private const int MaxOperations = 20_000;
    private const int MaxNesting = 40;

    private readonly Dictionary<ISymbol, List<IOperation>> _writes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation>> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<(ISymbol Target, IOperation Place)>> _aliases = new(SymbolEqualityComparer.Default);

    private BodyFacts()
    {
    }

    /// <summary>The calls whose code is in the compilation.</summary>
    public List<IOperation> Calls { get; } = new();

    /// <summary>The calls of delegates, which may run any lambda.</summary>
    public List<IOperation> DelegateCalls { get; } = new();

    /// <summary>What decides branches.</summary>
    public List<IOperation> Conditions { get; } = new();

    /// <summary>Whether statements may run in another order than they stand in, or more than once.</summary>
    public bool MayRepeat { get; private set; }

    public IEnumerable<IOperation> WritesTo(ISymbol variable) => _writes.TryGetValue(variable, out var values) ? values : [];

    /// <summary>The calls, of code here or elsewhere, in whose arguments or receiver a variable is named.</summary>
    public IEnumerable<IOperation> CallsNaming(ISymbol variable) => _calls.TryGetValue(variable, out var calls) ? calls : [];

    /// <summary>The variables that were given something in which a variable is named, and where.</summary>
    public IEnumerable<(ISymbol Target, IOperation Place)> FilledWith(ISymbol variable) => _aliases.TryGetValue(variable, out var targets) ? targets : [];

    /// <summary>The facts; null where the body is too large, or runs its parts in ways that are not read here, or calls nothing that could be left out.</summary>
    public static BodyFacts? Of(IOperation body)
    {
        var facts = new BodyFacts();
        var count = 0;
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (++count > MaxOperations || operation is ILocalFunctionOperation || !facts.Read(operation))
                return null;
        }

        return facts.Calls.Count == 0 ? null : facts;
    }

    /// <summary>Whether a call runs code that a slice may leave out.</summary>
    public static bool RunsCode(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } method } => IsHere(method.ReducedFrom ?? method),
        IObjectCreationOperation { Constructor: { } constructor } => IsHere(constructor),
        _ => false,
    };

    private static bool IsHere(IMethodSymbol method) => !method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty || CallTargets.IsDispatched(method) || RequestHandlers.IsSender(method);

    /// <summary>The variable or own member that an operation names; null for any other operation.</summary>
    public static ISymbol? Named(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol or IEventSymbol, Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } member => member.Member.OriginalDefinition,
        _ => null,
    };

    private bool Read(IOperation operation)
    {
        if (RunsCode(operation))
            Calls.Add(operation);
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke }:
                DelegateCalls.Add(operation);
                break;
            case IVariableDeclaratorOperation declarator:
                if (declarator.GetVariableInitializer() is { } initializer)
                    Write(declarator.Symbol, initializer.Value);
                break;
            case IAssignmentOperation assignment:
                foreach (var target in NamedIn(assignment.Target))
                    Write(target, assignment.Value);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: { } call } argument:
                foreach (var target in NamedIn(argument.Value))
                    Write(target, call);
                break;
            case IForEachLoopOperation loop:
                foreach (var target in loop.Locals)
                    Write(target, loop.Collection);
                break;
            case ICatchClauseOperation { Parent: ITryOperation attempt } handler:
                foreach (var target in handler.Locals)
                    Write(target, attempt.Body);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } named } pattern:
                WriteMatched(named, pattern);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } named } pattern:
                WriteMatched(named, pattern);
                break;
            case IListPatternOperation { DeclaredSymbol: { } named } pattern:
                WriteMatched(named, pattern);
                break;
            case IAnonymousFunctionOperation lambda:
                MayRepeat = true;
                WriteParameters(lambda);
                break;
            case IConditionalOperation conditional:
                Conditions.Add(conditional.Condition);
                break;
            case ISwitchOperation choice:
                Conditions.Add(choice.Value);
                break;
            case ISwitchExpressionOperation choice:
                Conditions.Add(choice.Value);
                break;
            case ISwitchExpressionArmOperation { Guard: { } guard }:
                Conditions.Add(guard);
                break;
            case IWhileLoopOperation { Condition: { } condition }:
                Conditions.Add(condition);
                break;
            case IForLoopOperation { Condition: { } condition }:
                Conditions.Add(condition);
                break;
            case ICatchClauseOperation { Filter: { } filter }:
                Conditions.Add(filter);
                break;
            case IAddressOfOperation:
                return false;
        }

        MayRepeat |= operation is ILoopOperation or ITryOperation or IBranchOperation { BranchKind: BranchKind.GoTo };
        return Named(operation) is not { } variable || Note(variable, operation);
    }

    /// <summary>Notes the calls that a variable is named in, and the variables that are given what it is named in.</summary>
    private bool Note(ISymbol variable, IOperation place)
    {
        var depth = 0;
        for (var current = place; current.Parent is { } parent && parent is not IBlockOperation; current = parent)
        {
            if (parent is IInvocationOperation or IObjectCreationOperation or IDynamicInvocationOperation)
            {
                Add(_calls, variable, parent);
                if (++depth > MaxNesting)
                    return false;
            }

            if (parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Value, current))
            {
                foreach (var target in NamedIn(assignment.Target))
                    Add(_aliases, variable, (target, parent));
            }
            else if (parent is IVariableDeclaratorOperation declarator)
            {
                Add(_aliases, variable, (declarator.Symbol, parent));
            }
        }

        return true;
    }

    /// <summary>A lambda's parameters are what the call gives them that it is handed to, or any call of a delegate.</summary>
    private void WriteParameters(IAnonymousFunctionOperation lambda)
    {
        var holder = lambda.Parent;
        while (holder is not null and not IInvocationOperation and not IObjectCreationOperation and not IAssignmentOperation and not IVariableDeclaratorOperation and not IBlockOperation)
            holder = holder.Parent;
        foreach (var parameter in lambda.Symbol.Parameters)
        {
            if (holder is not null)
                Write(parameter, holder);
        }
    }

    private void WriteMatched(ISymbol variable, IPatternOperation pattern)
    {
        for (var current = pattern.Parent; current is not null; current = current.Parent)
        {
            var matched = current switch
            {
                IIsPatternOperation test => test.Value,
                ISwitchExpressionOperation choice => choice.Value,
                ISwitchOperation choice => choice.Value,
                _ => null,
            };
            if (matched is null)
                continue;
            Write(variable, matched);
            return;
        }
    }

    private static IEnumerable<ISymbol> NamedIn(IOperation operation) => operation.DescendantsAndSelf().Select(Named).OfType<ISymbol>();

    private void Write(ISymbol variable, IOperation value) => Add(_writes, variable, value);

    private static void Add<T>(Dictionary<ISymbol, List<T>> lists, ISymbol key, T item)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = new List<T>(1);
        list.Add(item);
    }
}
