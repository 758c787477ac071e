using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
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
    private const int MaxOrigins = 200;

    /// <summary>How many values of callers and writers one query looks at.</summary>
    private const int MaxValues = 250;

    private readonly EntryPoints _entryPoints = EntryPoints.Of(session.Types, models);
    private readonly UpstreamValues _upstream = new(session, wrappers);
    /// <summary>Nothing that makes text harmless changes which thing it names.</summary>
    private readonly int _safe = query.IsAboutIdentity ? 0 : SinkKindNames.BitOf(query.SinkKind);
    private int _looked;

    /// <summary>The first source in order that the taints of an expression lead back to; null for none.</summary>
    /// <param name="anchor">The expression.</param>
    public TaintFlow? Find(FlowAnchor anchor, IEnumerable<TracedOrigin> taints)
    {
        var seen = new HashSet<(Origin, bool, SyntaxNode?)>();
        var level = taints.Select(taint => new SearchStep(query.IsPart ? taint with { IsWhole = false } : taint, anchor, ImmutableArray<Location>.Empty)).ToList();
        while (level.Count > 0)
        {
            if (seen.Count >= MaxOrigins)
                return GiveUp(anchor);
            var found = level.Select(Judge).Where(flow => flow is not null && query.IsHarmless?.Invoke(flow) != true)
                .OrderBy(static flow => flow!.Source.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static flow => flow!.Source.Location.SourceSpan.Start).FirstOrDefault();
            if (found is not null)
                return found;
            // Many calls hand on the same thing; the first way to it is told.
            var met = new HashSet<(Origin, bool, SyntaxNode?)>();
            bool IsNew(SearchStep step) => (step.Taint.SafeFor & _safe) == 0 && !seen.Contains(KeyOf(step)) && met.Add(KeyOf(step));
            var next = new List<SearchStep>();
            foreach (var step in level)
            {
                session.Cancellation.ThrowIfCancellationRequested();
                if (step.Taint.Origin is not SymbolicOrigin symbolic || (step.Taint.SafeFor & _safe) != 0 || !seen.Add(KeyOf(step)))
                    continue;
                var way = step.Taint.Steps().AddRange(step.Way);
                foreach (var (value, from) in _upstream.Of(symbolic, step.Taint.IsWhole, step.Anchor))
                {
                    if (++_looked > MaxValues)
                        return GiveUp(anchor);
                    next.AddRange(value.Taints.Select(taint => new SearchStep(taint with { IsWhole = taint.IsWhole && step.Taint.IsWhole }, from, way)).Where(IsNew));
                }
            }

            level = next;
        }

        return null;
    }

    private TaintFlow? GiveUp(FlowAnchor sink)
    {
        if (sink.Function is { } function)
            session.Note(new SpentBudget(function, BudgetLimit.Origins));
        return null;
    }

    private static (Origin Origin, bool IsWhole, SyntaxNode? Site) KeyOf(SearchStep step) => (step.Taint.Origin, step.Taint.IsWhole, step.Anchor.Site);

    private TaintFlow? Judge(SearchStep step)
    {
        var (taint, anchor, rest) = step;
        if ((taint.SafeFor & _safe) != 0)
            return null;
        var source = taint.Origin switch
        {
            SourceOrigin known => known,
            SymbolicOrigin { Root: IParameterSymbol parameter } symbolic => SourceOf(parameter, symbolic.Path),
            _ => null,
        };
        if (source is null && taint.Origin is SymbolicOrigin outside)
            source = (query.Kinds & SourceKinds.Unknown) != 0 ? new OpenOrigins(session.Types.Compilation, _entryPoints, _upstream, wrappers).SourceOf(outside, taint.IsWhole) : null;
        return source is null || (source.Kind & query.Kinds) == 0 || !_upstream.IsOpen(anchor, taint.Origin)
            ? null
            : new TaintFlow(source, ImmutableArray.Create(source.Location).AddRange(taint.Steps()).AddRange(rest)).In(session.Types.Compilation);
    }

    private SourceOrigin? SourceOf(IParameterSymbol parameter, AccessPath? path)
    {
        if (_entryPoints.SourceOf(parameter, query.IsAboutIdentity) is { } entry && (entry.Kind & query.Kinds) != 0)
            return entry;
        if (!ExceptionMembers.IsException(parameter.Type, session.Types))
            return null;
        var detail = new TracedOrigin(new SourceOrigin(SourceKinds.ExceptionDetail, $"the exception '{parameter.Name}'", parameter.Locations.FirstOrDefault() ?? Location.None), null);
        var told = (path?.Slots ?? []).Aggregate((TracedOrigin?)detail, static (taint, slot) => taint is null ? null : ExceptionMembers.Member(taint, slot));
        return told?.Origin as SourceOrigin;
    }

    private sealed record SearchStep(TracedOrigin Taint, FlowAnchor Anchor, ImmutableArray<Location> Way);
}
