using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Summaries;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>What a symbolic origin stands for: the arguments of the callers, what is written to a field, what a captured variable holds.</summary>
/// <param name="wrappers">The parameters that are sinks themselves: what reaches a sink through them unchanged is judged at the callers.</param>
internal sealed class UpstreamValues(QuerySession session, WrapperSet wrappers)
{
    private readonly CallerSearch _callers = new(session);
    private readonly WriterSearch _writers = new(session);

    /// <summary>The values, each with where it was found.</summary>
    /// <param name="isWhole">Whether the value at the sink is the origin's, unchanged.</param>
    /// <param name="anchor">Where the origin was met.</param>
    public IEnumerable<(AbstractValue Value, FlowAnchor From)> Of(SymbolicOrigin origin, bool isWhole, FlowAnchor anchor)
    {
        switch (origin.Root)
        {
            case IParameterSymbol { ContainingSymbol: IMethodSymbol function } parameter:
                var isJudgedThere = isWhole && origin.Path is null && wrappers.Contains(parameter);
                // Calls that name a wrapper are judged where they stand; those of a delegate are not.
                if (isJudgedThere && wrappers.IsNamedInAllCalls(parameter))
                    return [];
                var calls = CallsOf(function).Where(call => parameter.Ordinal < call.Arguments.Length).ToList();
                if (calls.Count == 0 && origin.Path is { } path)
                    return FromService(parameter, path);
                return calls.Where(call => !(isJudgedThere && call.IsDirect)).SelectMany(call => Through(call, other => other.Arguments[parameter.Ordinal], origin, function, anchor));
            // What an extension block extends is what its members are called on.
            case IParameterSymbol { ContainingSymbol: INamedTypeSymbol }:
                return anchor.Function is { } extension ? CallsOf(extension).SelectMany(call => Through(call, static other => other.Receiver, origin, extension, anchor)) : [];
            case ILocalSymbol { ContainingSymbol: IMethodSymbol holder } local:
                return FlowAround(holder) is { } flow && flow.Everything[local] is { } value ? [(Walk(flow.Everything, value, origin.Path), FlowAnchor.None)] : [];
            case { IsStatic: true } and (IFieldSymbol or IPropertySymbol or IEventSymbol):
                return FromStatic(origin).Select(static value => (value, FlowAnchor.None));
            default:
                return origin.Path is null ? [] : FromInstance(origin, origin.Path, isWhole, anchor);
        }
    }

    private (AbstractValue Value, FlowAnchor From) At(Application call, IMethodSymbol function, Func<Application, AbstractValue> place, AccessPath? path) =>
        (Walk(call.State, place(call), path), new FlowAnchor(call.Member as IMethodSymbol, call.Site, new BodyDemand([call.Site]), flow =>
            flow.SelfAndNested.SelectMany(static part => part.Calls.Made).Where(other => call.IsSamePlace(other, function))
                .Aggregate(AbstractValue.Clean, (joined, other) => joined.Join(Walk(other.State, place(other), path)))));

    /// <summary>What a call hands over for an origin, as far as the anchor still depends on it when the function is called like this.</summary>
    private IEnumerable<(AbstractValue Value, FlowAnchor From)> Through(Application call, Func<Application, AbstractValue> place, SymbolicOrigin origin, IMethodSymbol function, FlowAnchor anchor)
    {
        if (Under(anchor, function, call) is not { } value)
            return [At(call, function, place, origin.Path)];
        // A constant may have closed the way; a delegate that the caller passed has said what it returns, in terms of the caller.
        var own = value.Taints.Any(taint => taint.Origin.Equals(origin)) ? new[] { At(call, function, place, origin.Path) } : [];
        var others = value.Select(taint => taint.Origin is SymbolicOrigin { Root: var root } && BelongsTo(root, function) ? null : taint);
        return others.IsTainted ? own.Append((others, FlowAnchor.None)) : own;
    }

    private static bool BelongsTo(ISymbol root, IMethodSymbol function) =>
        root.IsStatic || SymbolEqualityComparer.Default.Equals(root, function) || SymbolEqualityComparer.Default.Equals(root.ContainingSymbol, function);

    /// <summary>
    /// Whether a source that a body has itself reaches the anchor for some caller: where the type that a caller gives decides which code runs, it may be the
    /// code of another type that has the source.
    /// </summary>
    public bool IsOpen(FlowAnchor anchor, Origin source)
    {
        if (anchor.Function is not { } function || session.FlowOf(function, anchor.Demand) is not { } flow || !flow.AllConsulted.Any(static place => place.Root is ITypeParameterSymbol))
            return true;
        var calls = CallsOf(function).ToList();
        return calls.Count == 0 || calls.Any(call => Under(anchor, function, call) is not { } value || value.Taints.Any(taint => taint.Origin.Equals(source)));
    }

    /// <summary>The value at the anchor when the function is called like this; null where the caller knows nothing that matters.</summary>
    private AbstractValue? Under(FlowAnchor anchor, IMethodSymbol function, Application call)
    {
        if (!SymbolEqualityComparer.Default.Equals(anchor.Function, function) || session.FlowOf(function, anchor.Demand) is not { } flow)
            return null;
        var known = Specialization.Of(flow.AllConsulted, root => RootOf(root, function, call), call.State, static (_, _) => { });
        return known is null || session.FlowUnder(function, known, anchor.Demand) is not { } under ? null : anchor.ValueIn(under);
    }

    private static AbstractValue? RootOf(ISymbol root, IMethodSymbol function, Application call)
    {
        if (root is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, function))
            return parameter.Ordinal < call.Arguments.Length ? call.Arguments[parameter.Ordinal] : null;
        if (root is ITypeParameterSymbol type)
            return call.Named is null ? null : TypeArguments.At(type, function, call.Named, call.Receiver, call.State);
        return SymbolEqualityComparer.Default.Equals(root, function) ? call.Receiver : call.State[root];
    }

    /// <summary>The calls of a function that this compilation makes.</summary>
    public IEnumerable<Application> CallsOf(IMethodSymbol function) =>
        function.IsNestedFunction() ? CallsWithin(function) : _callers.CallsOf(function);

    /// <summary>The calls of a lambda or local function: in its own member, or through what it was stored in.</summary>
    private IEnumerable<Application> CallsWithin(IMethodSymbol function)
    {
        if (FlowAround(function) is not { } flow)
            yield break;
        foreach (var call in flow.SelfAndNested.SelectMany(static part => part.Calls.Made))
        {
            if (SymbolEqualityComparer.Default.Equals(call.Target, function))
                yield return call;
        }

        foreach (var (stored, member) in flow.SelfAndNested.SelectMany(static part => part.Calls.Stored))
        {
            if (!SymbolEqualityComparer.Default.Equals(stored, function))
                continue;
            foreach (var call in _callers.CallsThrough(member, function))
                yield return call;
        }
    }

    /// <summary>A member of the instance that a body runs on: as the callers' objects have it, or else as it is written anywhere.</summary>
    private IEnumerable<(AbstractValue, FlowAnchor)> FromInstance(SymbolicOrigin origin, AccessPath path, bool isWhole, FlowAnchor anchor)
    {
        var slots = path.Slots.ToList();
        var member = InstanceMembers.Named(origin.Root.ContainingType, slots[0]);
        var isComplete = false;
        // A text that the object was made with unchanged is judged where it was given to it.
        if (!(isWhole && slots.Count == 1 && InstanceMembers.IsOwn(member)) && origin.Root is IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
        {
            foreach (var call in _callers.CallsOf(method))
            {
                isComplete = !call.Receiver.Objects.IsEmpty && call.Receiver.Objects.All(static target => target is HeapObject.Allocation { Type: not null });
                foreach (var handed in Through(call, static other => other.Receiver, origin, method, anchor))
                    yield return handed;
                if (!isComplete)
                    break;
            }
        }

        if (isComplete)
            yield break;
        foreach (var value in member is null ? KeptUnder(slots) : Written(member, slots.Skip(1)))
            yield return (value, FlowAnchor.None);
    }

    /// <summary>What a static member holds: what is written to it, and what is written to the object in it.</summary>
    private IEnumerable<AbstractValue> FromStatic(SymbolicOrigin origin)
    {
        var isKnown = false;
        foreach (var (value, state) in _writers.WritesTo(origin.Root))
        {
            isKnown = !value.Objects.IsEmpty && value.Objects.All(static target => target is HeapObject.Allocation { Type: not null });
            yield return Walk(state, value, origin.Path);
        }

        if (origin.Path is null)
            yield break;
        var type = (origin.Root as IFieldSymbol)?.Type ?? (origin.Root as IPropertySymbol)?.Type;
        var slots = origin.Path.Slots.ToList();
        foreach (var value in PutInto(origin.Root, slots.ToImmutableArray()))
            yield return value;
        var member = InstanceMembers.Named(type as INamedTypeSymbol, slots[0]);
        // The one object that is there for good, and what only its creation gave it.
        if (isKnown && origin.Root is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } && member is IParameterSymbol or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null })
            yield break;
        foreach (var value in Written(member, slots.Skip(1)))
            yield return value;
    }

    private IEnumerable<AbstractValue> PutInto(ISymbol member, ImmutableArray<string> way) => way.IsEmpty ? [] : _writers.PutInto(member, way);

    /// <summary>What the framework hands to a constructor, such as a service: what is written to it anywhere.</summary>
    private IEnumerable<(AbstractValue, FlowAnchor)> FromService(IParameterSymbol parameter, AccessPath path)
    {
        var slots = path.Slots.ToList();
        var member = InstanceMembers.Named(parameter.Type as INamedTypeSymbol, slots[0]);
        return (member is null ? KeptUnder(slots) : Written(member, slots.Skip(1))).Select(static value => (value, FlowAnchor.None));
    }

    /// <summary>What is kept under a constant key in a store that the framework hands from one function to another: the items of a request.</summary>
    private IEnumerable<AbstractValue> KeptUnder(List<string> slots)
    {
        var store = slots.FindIndex(static slot => slot is "Items" or "TempData" or "ViewData" or "Properties");
        return store >= 0 && store + 1 < slots.Count && slots[store + 1] is var key && key[0] == '[' && key != HeapSlot.AnyElement
            ? _writers.PutInto(slots[store], slots.Skip(store + 1).ToImmutableArray())
            : [];
    }

    private IEnumerable<AbstractValue> Written(ISymbol? member, IEnumerable<string> slots)
    {
        var way = slots.ToImmutableArray();
        var rest = way.Aggregate((AccessPath?)null, static (parent, slot) => new AccessPath(parent, slot));
        return member switch
        {
            null => [],
            IParameterSymbol primary => PutInto(primary, way).Prepend(AbstractValue.OfOrigin(new SymbolicOrigin(primary, rest))),
            _ => _writers.WritesTo(member).Select(write => Walk(write.State, write.Value, rest)).Concat(PutInto(member, way)),
        };
    }

    /// <summary>The value at the end of a path; what a delegate returns is asked of its code.</summary>
    private AbstractValue Walk(AbstractState state, AbstractValue start, AccessPath? path)
    {
        var value = start;
        foreach (var slot in path?.Slots ?? [])
        {
            value = slot == HeapSlot.Result && value.Objects.Any(static item => item is HeapObject.Function)
                ? value.Objects.OfType<HeapObject.Function>().Aggregate(AbstractValue.Clean, (joined, function) => joined.Join(ReturnOf(function.Method)))
                : state.Walk(value, new AccessPath(null, slot));
        }

        return value;
    }

    /// <summary>The flow of the whole body that a function stands in, or is.</summary>
    private BodyFlow? FlowAround(IMethodSymbol function) =>
        function.IsNestedFunction() && BodyDeclarations.Of(function, session.Cancellation)?.Parent is { } place
            ? BodyDeclarations.Around(place) is { } body ? session.FlowOf(body, BodyDemand.Everything) : null
            : session.FlowOf((ISymbol)function, BodyDemand.Everything);

    private AbstractValue ReturnOf(IMethodSymbol function)
    {
        var flow = FlowAround(function);
        var syntax = function.IsNestedFunction() ? BodyDeclarations.Of(function, session.Cancellation) : null;
        return (syntax is null ? flow : flow?.Of(syntax))?.Return ?? AbstractValue.Clean;
    }
}
