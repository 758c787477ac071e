using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>Makes the summary of a function of how its code ends: what a caller cannot see is left out.</summary>
internal static class SummaryMaker
{
    /// <summary>How many objects a summary tells of, the nearest first: a chain of objects that make each other has no end.</summary>
    private const int MaxObjects = 96;

    /// <summary>The same in a large recursion.</summary>
    private const int MaxObjectsInRecursion = 16;

    /// <summary>How far into the objects of the caller a summary tells of them at least, however many there are; in a large recursion no further.</summary>
    private const int LeastDepth = 2;

    /// <summary>How many objects a summary tells apart by the calls that made them.</summary>
    private const int MaxToldApart = 32;

    /// <summary>
    /// Of how many objects of the caller one tells that has so many; less far into them until there are as few. Objects that hold objects of their own kind are
    /// as many as there are ways through them.
    /// </summary>
    private const int MaxPassed = 16;

    /// <summary>Solves the code of a function; a summary that knows nothing where it is too large.</summary>
    /// <param name="units">The function's code, in the order in which it runs.</param>
    /// <param name="entry">What a caller knows.</param>
    /// <param name="isInLargeRecursion">Whether it is part of one of the <see cref="LargeRecursions"/>.</param>
    public static Summary Make(ImmutableArray<FunctionUnit> units, AbstractState entry, FlowContext context, bool isInLargeRecursion)
    {
        var state = entry;
        var (returned, thrown) = (AbstractValue.Bottom, AbstractValue.Bottom);
        AbstractState? whenThrown = null;
        var consulted = new HashSet<SymbolicOrigin>();
        var applied = new AppliedFunctions();
        var validated = ImmutableArray<ValidatedParameter>.Empty;
        SpentBudget? spent = null;
        foreach (var unit in units)
        {
            if (FlowSolver.Summarize(unit, state, context) is not { } result)
                return Summary.Empty with { Spent = new SpentBudget(unit.Symbol, BudgetLimit.Steps) };
            returned = returned.Join(result.Return);
            thrown = thrown.Join(result.Thrown);
            whenThrown = result.WhenThrown is { } left ? whenThrown?.Join(left) ?? left : whenThrown;
            consulted.UnionWith(result.Consulted);
            applied.Add(result.Applied.All);
            validated = result.Validated;
            spent = SpentBudget.First(spent, result.Spent);
            if (result.Exit is null)
                break;
            state = result.Exit.WithoutTemporaries();
        }

        // What was put into an exception is not seen where the function returns.
        if (whenThrown is not null)
            state = state.WithSlotsOf(thrown, whenThrown);
        var function = units[0];
        var returnValue = ReferenceEquals(returned, AbstractValue.Bottom) ? AbstractValue.Clean : returned;
        state = WithSharedVariables(state, function, returnValue);
        var effects = EffectsOf(state, function, entry, returnValue, thrown, applied, MaxObjects);
        var known = new KnownFunctions(entry, function.Symbol);
        var depth = isInLargeRecursion ? LeastDepth : AccessPath.MaxDepth;
        var told = ToldOf(effects);
        while (isInLargeRecursion || told.Count > MaxToldApart)
        {
            var merged = new MergedObjects(entry, depth, withWays: !isInLargeRecursion);
            (returnValue, thrown, applied, effects) = (merged.Of(returnValue), merged.Of(thrown), merged.Of(applied), merged.Of(effects));
            consulted.RemoveWhere(place => !merged.IsNear(place));
            told = ToldOf(effects);
            if (--depth < LeastDepth || !told.OfType<HeapObject.Passed>().Skip(MaxPassed).Any())
                break;
        }

        if (isInLargeRecursion)
            effects = EffectsOf(effects, function, entry, returnValue, thrown, applied, MaxObjectsInRecursion);
        return new Summary(
            returnValue, thrown, effects,
            Summary.Nearest(consulted.Where(place => !IsOwnLocal(place.Root, function))),
            applied.All.Where(call => !IsOwnFunction(call.Function.Method, function) && known.IsKnown(call.Function.Method)).ToImmutableArray(),
            validated,
            spent);
    }

    /// <summary>The state with the variables of the function where lambdas that outlive it find them.</summary>
    private static AbstractState WithSharedVariables(AbstractState state, FunctionUnit function, AbstractValue returned)
    {
        if (!state.Slots.SelectMany(static slot => slot.Value.Objects).Concat(state.Variables.SelectMany(static pair => pair.Value.Objects)).Concat(returned.Objects).Any(static item => item is HeapObject.Function { Variables: not null }))
            return state;
        var closure = new HeapObject.Closure(function.Symbol, null);
        foreach (var pair in state.Variables)
        {
            if (pair.Key is ILocalSymbol or IParameterSymbol && function.Owns((ISymbol)pair.Key))
                state = state.With(new HeapSlot(closure, ((ISymbol)pair.Key).Name), pair.Value);
        }

        return state;
    }

    /// <summary>The objects that something is said of, or that something may be.</summary>
    private static HashSet<HeapObject> ToldOf(AbstractState effects) =>
        new(effects.Slots.SelectMany(static slot => slot.Value.Objects.Add(slot.Key.Object)));

    /// <summary>What is left changed and can be seen from outside.</summary>
    private static AbstractState EffectsOf(AbstractState exit, FunctionUnit function, AbstractState entry, AbstractValue returned, AbstractValue thrown, AppliedFunctions applied, int maxObjects)
    {
        var effects = AbstractState.Empty;
        var visible = new Queue<HeapObject>(returned.Objects.Concat(thrown.Objects).Concat(applied.All.SelectMany(static call => call.Arguments).SelectMany(static argument => argument.Objects)));
        foreach (var pair in exit.Variables)
        {
            if (pair.Key is not ISymbol symbol || !IsOutside(symbol, function) || pair.Value.Equals(entry[symbol]) || IsUntouched(symbol, pair.Value))
                continue;
            effects = effects.With(symbol, pair.Value);
            foreach (var item in pair.Value.Objects)
                visible.Enqueue(item);
        }

        var slots = exit.Slots.ToLookup(static slot => slot.Key.Object);
        foreach (var group in slots)
        {
            if (group.Key is HeapObject.Passed)
                visible.Enqueue(group.Key);
        }

        var seen = new HashSet<HeapObject>();
        while (visible.Count > 0 && seen.Count < maxObjects)
        {
            var item = visible.Dequeue();
            if (!seen.Add(item))
                continue;
            if (item is HeapObject.Function made)
            {
                foreach (var held in new[] { made.Receiver, made.Variables })
                {
                    if (held is not null)
                        visible.Enqueue(held);
                }
            }

            if (item is HeapObject.Place { Holder: { } holder })
                visible.Enqueue(holder);
            foreach (var slot in slots[item])
            {
                if (slot.Value.Equals(slot.Key.Initial) || slot.Value.Equals(entry[slot.Key]))
                    continue;
                effects = effects.With(slot.Key, slot.Value);
                foreach (var inner in slot.Value.Objects)
                    visible.Enqueue(inner);
            }
        }

        return effects;
    }

    /// <summary>By-reference parameters, static members, variables of the function around.</summary>
    private static bool IsOutside(ISymbol symbol, FunctionUnit function) => symbol switch
    {
        IParameterSymbol parameter => parameter.RefKind is RefKind.Ref or RefKind.Out ? IsOwn(parameter, function) || !function.Owns(parameter) : !function.Owns(parameter),
        ILocalSymbol => !function.Owns(symbol),
        IFieldSymbol or IPropertySymbol or IEventSymbol => symbol.IsStatic,
        _ => false,
    };

    private static bool IsOwn(IParameterSymbol parameter, FunctionUnit function) => SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function.Symbol);

    private static bool IsUntouched(ISymbol symbol, AbstractValue value) =>
        value.Taints.Length <= 1 && value.Objects.Length <= 1 && !value.Constant.HasValues && value.Taints.Length + value.Objects.Length > 0 &&
        value.Taints.All(taint => taint is { IsWhole: true, Trace: null, Origin: SymbolicOrigin { Path: null } origin } && SymbolEqualityComparer.Default.Equals(origin.Root, symbol)) &&
        value.Objects.All(item => item is HeapObject.Passed { Origin: { Path: null } origin } && SymbolEqualityComparer.Default.Equals(origin.Root, symbol));

    private static bool IsOwnLocal(ISymbol root, FunctionUnit function) => root is ILocalSymbol && function.Owns(root);

    private static bool IsOwnFunction(IMethodSymbol called, FunctionUnit function) =>
        called.IsNestedFunction() && function.Owns(called);
}
