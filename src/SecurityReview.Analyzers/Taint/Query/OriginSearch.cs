using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>
/// Follows a symbolic origin to what it stands for: a parameter to the arguments of the callers, a field to what is written to it. Breadth
/// first, so the shortest way is told; each origin is looked at once, so it ends.
/// </summary>
/// <param name="wrappers">The parameters that are sinks themselves: what reaches the sink through them unchanged is judged at the callers.</param>
internal sealed class OriginSearch(QuerySession session, ModelSet models, TaintQuery query, WrapperSet wrappers)
{
    /// <summary>How many origins one query looks at; past it the answer is "unknown".</summary>
    private const int MaxOrigins = 400;

    private readonly EntryPoints _entryPoints = EntryPoints.Of(session.Types, models);
    private readonly CallerSearch _callers = new(session);
    private readonly WriterSearch _writers = new(session);
    private readonly int _safe = SinkKindNames.BitOf(query.SinkKind);

    /// <summary>The first source in order that the taints lead back to; null for none.</summary>
    public TaintFlow? Find(IEnumerable<TracedOrigin> taints)
    {
        var seen = new HashSet<(Origin, bool)>();
        var level = taints.Select(taint => (Taint: query.IsPart ? taint with { IsWhole = false } : taint, Way: ImmutableArray<Location>.Empty)).ToList();
        while (level.Count > 0 && seen.Count < MaxOrigins)
        {
            var found = level.Select(item => Judge(item.Taint, item.Way)).Where(static flow => flow is not null)
                .OrderBy(static flow => flow!.Source.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static flow => flow!.Source.Location.SourceSpan.Start).FirstOrDefault();
            if (found is not null)
                return found;
            var next = new List<(TracedOrigin, ImmutableArray<Location>)>();
            foreach (var (taint, rest) in level)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                if (taint.Origin is not SymbolicOrigin symbolic || (taint.SafeFor & _safe) != 0 || !seen.Add((symbolic, taint.IsWhole)))
                    continue;
                var steps = taint.Steps().AddRange(rest);
                next.AddRange(Upstream(symbolic, taint.IsWhole).SelectMany(static value => value.Taints)
                    .Select(upstream => (upstream with { IsWhole = upstream.IsWhole && taint.IsWhole }, steps)));
            }

            level = next;
        }

        return null;
    }

    private TaintFlow? Judge(TracedOrigin taint, ImmutableArray<Location> rest)
    {
        if ((taint.SafeFor & _safe) != 0)
            return null;
        var source = taint.Origin switch
        {
            SourceOrigin known => known,
            SymbolicOrigin { Root: IParameterSymbol parameter } symbolic => SourceOf(parameter, symbolic.Path),
            _ => null,
        };
        return source is null || (source.Kind & query.Kinds) == 0
            ? null
            : new TaintFlow(source, ImmutableArray.Create(source.Location).AddRange(taint.Steps()).AddRange(rest));
    }

    private SourceOrigin? SourceOf(IParameterSymbol parameter, AccessPath? path)
    {
        if (_entryPoints.SourceOf(parameter) is { } entry)
            return entry;
        if (!ExceptionMembers.IsException(parameter.Type, session.Types))
            return null;
        var detail = new TracedOrigin(new SourceOrigin(SourceKinds.ExceptionDetail, $"the exception '{parameter.Name}'", parameter.Locations.FirstOrDefault() ?? Location.None), null);
        var told = (path?.Slots ?? []).Aggregate((TracedOrigin?)detail, static (taint, slot) => taint is null ? null : ExceptionMembers.Member(taint, slot));
        return told?.Origin as SourceOrigin;
    }

    private IEnumerable<AbstractValue> Upstream(SymbolicOrigin origin, bool isWhole)
    {
        switch (origin.Root)
        {
            case IParameterSymbol { ContainingSymbol: IMethodSymbol wrapper } parameter when isWhole && origin.Path is null && wrappers.Contains(parameter):
                // Calls that name the wrapper are judged where they stand; those of a delegate are not.
                return ArgumentsFor(wrapper, parameter.Ordinal).Where(static call => !call.IsDirect).Select(call => call.Arguments[parameter.Ordinal]);
            case IParameterSymbol { ContainingSymbol: IMethodSymbol function } parameter:
                return ArgumentsFor(function, parameter.Ordinal).Select(call => call.State.Walk(call.Arguments[parameter.Ordinal], origin.Path));
            case ILocalSymbol local when FunctionUnit.MemberOf(local.ContainingSymbol) is var member:
                return session.FlowOf(member) is { } flow && flow.Everything[local] is { } value ? [flow.Everything.Walk(value, origin.Path)] : [];
            case { IsStatic: true } and (IFieldSymbol or IPropertySymbol or IEventSymbol):
                return FromStatic(origin);
            default:
                return origin.Path is null ? [] : FromInstance(origin.Root, origin.Path, isWhole);
        }
    }

    private IEnumerable<Application> ArgumentsFor(IMethodSymbol function, int ordinal)
    {
        var calls = function.MethodKind is MethodKind.AnonymousFunction or MethodKind.LocalFunction
            ? CallsWithin(function)
            : _callers.CallsOf(function);
        return calls.Where(call => ordinal < call.Arguments.Length);
    }

    /// <summary>The calls of a lambda or local function: in its own member, or through what it was stored in.</summary>
    private IEnumerable<Application> CallsWithin(IMethodSymbol function)
    {
        if (session.FlowOf(FunctionUnit.MemberOf(function)) is not { } flow)
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
            foreach (var call in _callers.CallsThrough(member))
                yield return call;
        }
    }

    /// <summary>A member of the instance that a body runs on: as the callers' objects have it, or else as it is written anywhere.</summary>
    private IEnumerable<AbstractValue> FromInstance(ISymbol body, AccessPath path, bool isWhole)
    {
        var slots = path.Slots.ToList();
        var member = InstanceMembers.Named(body.ContainingType, slots[0]);
        var isComplete = false;
        // A text that the object was made with unchanged is judged where it was given to it.
        if (!(isWhole && slots.Count == 1 && InstanceMembers.IsOwn(member)) && body is IMethodSymbol { MethodKind: not MethodKind.Constructor } method)
        {
            foreach (var call in _callers.CallsOf(method))
            {
                var isKnown = !call.Receiver.Objects.IsEmpty && call.Receiver.Objects.All(static target => target is HeapObject.Allocation { Type: not null });
                isComplete = isKnown;
                yield return call.State.Walk(call.Receiver, path);
                if (!isKnown)
                    break;
            }
        }

        if (isComplete)
            yield break;
        foreach (var value in Written(member, slots.Skip(1)))
            yield return value;
    }

    /// <summary>What a static member holds: what is written to it, and what is written to the object in it.</summary>
    private IEnumerable<AbstractValue> FromStatic(SymbolicOrigin origin)
    {
        foreach (var (value, state) in _writers.WritesTo(origin.Root))
            yield return state.Walk(value, origin.Path);
        if (origin.Path is null)
            yield break;
        var type = (origin.Root as IFieldSymbol)?.Type ?? (origin.Root as IPropertySymbol)?.Type;
        var slots = origin.Path.Slots.ToList();
        foreach (var value in Written(InstanceMembers.Named(type as INamedTypeSymbol, slots[0]), slots.Skip(1)))
            yield return value;
    }

    private IEnumerable<AbstractValue> Written(ISymbol? member, IEnumerable<string> slots)
    {
        var rest = slots.Aggregate((AccessPath?)null, static (parent, slot) => new AccessPath(parent, slot));
        return member switch
        {
            null => [],
            IParameterSymbol primary => [AbstractValue.OfOrigin(new SymbolicOrigin(primary, rest))],
            _ => _writers.WritesTo(member).Select(write => write.State.Walk(write.Value, rest)),
        };
    }
}
