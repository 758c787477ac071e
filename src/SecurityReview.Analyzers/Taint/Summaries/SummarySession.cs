using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// Makes the summaries that one query asks for, in one thread and in private. What a body asks for is solved there and then, while the body waits; what is asked for
/// further down than the stack should be used for is solved next, and then the body again. Functions that call each other are repeated until nothing changes
/// (chaotic iteration, Cousot 1977). Only then is all of it published, so no thread sees the half-done work of another.
/// </summary>
internal sealed class SummarySession : ISummaries
{
    /// <summary>How many functions one body may need, itself and through others; a body that needs more is not answered for.</summary>
    private const int MaxFunctions = 15_000;

    /// <summary>
    /// How many functions are solved, at least, between two looks whether they are a large recursion, once all have been solved that were found on the way down; a quarter
    /// of those that there are, so that looking costs next to nothing.
    /// </summary>
    private const int SolvedBetweenChecks = 32;

    /// <summary>
    /// How many functions are solved before a session waits until no other one solves so many: what needs many needs the same ones, and each thread would solve them.
    /// </summary>
    private const int SolvedWithoutTurn = 128;

    /// <summary>How many functions are solved within each other.</summary>
    private const int MaxNested = 24;

    /// <summary>
    /// How deep in the expressions of those that wait another one is begun. The compiler binds it there, and where its stack is short it takes what it cannot bind for an
    /// error and keeps that: most of the stack must be left.
    /// </summary>
    private const int MaxDepth = 64;

    /// <summary>
    /// How often one recursive function is repeated. Where a recursion is cut depends on where it was entered, and so on which thread came first: the limit is there
    /// for what would never end, and must be out of reach for what does.
    /// </summary>
    private const int MaxRepeats = 24;

    /// <summary>After how many changes the summaries of its rounds are joined.</summary>
    private const int MaxReplaced = 3;

    private readonly SummaryTable _table;
    private readonly CallScope _scope;
    private readonly Dictionary<SummaryKey, PendingSummary> _entries = new();

    /// <summary>What is to be solved, for the first time or once more since something that it has read has changed.</summary>
    private readonly SortedSet<PendingSummary> _waiting = new(PendingSummary.InOrder);

    private PendingSummary? _reader;
    private int _nested;
    private int _solved;
    private int _finished;
    private bool _beginsAnew;
    private BodyReads _reads = BodyReads.None;
    private ImmutableHashSet<IMethodSymbol> _inLargeRecursions = ImmutableHashSet<IMethodSymbol>.Empty;
    private bool _hasTurn;

    /// <param name="maxSteps">How many steps one body may take.</param>
    /// <param name="scope">What is looked into; the table holds summaries made so and no others.</param>
    public SummarySession(
        KnownTypes types, ModelSet models, FlowAssumption? assumption, SummaryTable table, CancellationToken cancellation, int maxSteps = AnalysisBudget.MaxSteps, CallScope scope = CallScope.All)
    {
        _table = table;
        _scope = scope;
        Bodies = new FunctionBodies(types.Compilation, cancellation);
        Context = new FlowContext(types, models, assumption, this, cancellation) { MaxSteps = maxSteps };
    }

    public FunctionBodies Bodies { get; }

    public FlowContext Context { get; }

    /// <inheritdoc/>
    public Summary? Of(IMethodSymbol function, Specialization? specialization)
    {
        if (!_scope.Includes(function) || !FunctionBodies.HasCode(function))
            return null;
        if (_reads.Read(function, specialization) is not { } key)
            return null;
        if (_table.Find(key) is { } finished)
            return finished;
        if (!_entries.TryGetValue(key, out var entry))
            _entries[key] = entry = new PendingSummary(key, specialization, _entries.Count);
        if (_reader is not null)
            entry.Readers.Add(_reader);
        if (!entry.IsVisited)
            VisitOrNote(entry);
        return entry.Value;
    }

    /// <summary>Solves a body that is no function of the program for others to call, with all the summaries that it needs.</summary>
    /// <exception cref="BudgetExceededException">It needs more functions than are looked at for one body.</exception>
    public BodyFlow Solve(FunctionUnit unit, BodySlice slice) => Solve(unit, AbstractState.Empty, slice);

    /// <summary>The same, with what is known when the body begins.</summary>
    public BodyFlow Solve(FunctionUnit unit, AbstractState entry, BodySlice slice)
    {
        try
        {
            while (true)
            {
                var reads = _reads = new BodyReads(null, 0, constant => Bodies.IsWrittenIn(unit.Graph, constant), static _ => false);
                _inLargeRecursions = _table.InLargeRecursions;
                Context.Depth.Value = 0;
                var flow = FlowSolver.Solve(unit, entry, Context, slice);
                var isFinal = _waiting.Count == 0;
                isFinal &= Complete();
                Publish();
                if (isFinal)
                {
                    CheckFunctions(reads.Keys);
                    return flow;
                }
            }
        }
        finally
        {
            if (_hasTurn)
                _table.EndTurn();
            _hasTurn = false;
            _solved = 0;
        }
    }

    /// <summary>
    /// Counts all functions that a body needs, those that were known before among them: whether it is answered must not depend on what was asked before.
    /// While all questions together have needed fewer there is nothing to count.
    /// </summary>
    private void CheckFunctions(ImmutableArray<SummaryKey> needed)
    {
        if (_table.Count <= MaxFunctions)
            return;
        var seen = new HashSet<SummaryKey>(needed);
        var open = new Stack<SummaryKey>(seen);
        while (open.Count > 0)
        {
            foreach (var key in _table.ReadsOf(open.Pop()).Where(seen.Add))
                open.Push(key);
            if (seen.Count > MaxFunctions)
                throw new BudgetExceededException();
        }
    }

    /// <summary>Solves what waits, in its order, until nothing does.</summary>
    /// <returns>
    /// Whether it came to the end of it. It does not where a large recursion shows which was not known, or where others have finished something while this waited
    /// for its turn: then all begins anew, but for what is finished.
    /// </returns>
    private bool Complete()
    {
        var nextCheck = _solved;
        while (_waiting.Count > 0 && !_beginsAnew)
        {
            if (_entries.Count > MaxFunctions)
                throw new BudgetExceededException();
            if (_solved >= nextCheck)
            {
                nextCheck = _solved + Math.Max(SolvedBetweenChecks, _entries.Count / 4);
                if (_beginsAnew |= FindsLargeRecursion())
                    break;
            }

            Visit(_waiting.Min, isNested: false);
        }

        // What is kept must hold no large recursion either: it is looked for in all cases.
        if (!FindsLargeRecursion() && !_beginsAnew)
            return true;
        KeepFinished();
        _beginsAnew = false;
        return false;
    }

    /// <summary>Solves a function while the one that asks for it waits, or notes that it is to be solved, and the other one again.</summary>
    private void VisitOrNote(PendingSummary entry)
    {
        if (_nested < MaxNested && Context.Depth.Value < MaxDepth && !_beginsAnew && _entries.Count <= MaxFunctions && HasStack())
        {
            Visit(entry, isNested: true);
            return;
        }

        _waiting.Add(entry);
        if (_reader is not null)
            _reader.HasMissed = true;
    }

    private void Visit(PendingSummary entry, bool isNested)
    {
        var (reader, reads, depth) = (_reader, _reads, Context.Depth.Value);
        _waiting.Remove(entry);
        entry.IsVisited = entry.IsBeingSolved = true;
        entry.HasMissed = false;
        _nested++;
        try
        {
            Note(entry, Make(entry), isNested);
        }
        finally
        {
            _nested--;
            entry.IsBeingSolved = false;
            (_reader, _reads, Context.Depth.Value) = (reader, reads, depth);
        }
    }

    /// <summary>Takes what a function was solved to, and has those solved again that have read something else.</summary>
    private void Note(PendingSummary entry, Summary summary, bool isNested)
    {
        // What was too much for the rest of the stack may not be too much for all of it.
        if (entry.HasMissed || (isNested && summary.Spent is { Limit: BudgetLimit.Steps } && (summary with { Spent = null }).Equals(Summary.Empty)))
        {
            _waiting.Add(entry);
            return;
        }

        entry.Finished ??= _finished++;
        // That a budget was spent changes no flow, so no reader is solved again for it: it is handed on at the end.
        entry.Spent = SpentBudget.First(entry.Spent, summary.Spent);
        if (entry.Changes >= MaxReplaced)
            summary = entry.Value.Join(summary);
        if ((summary with { Spent = entry.Value.Spent }).Equals(entry.Value))
            return;
        if (++entry.Changes > MaxRepeats)
        {
            entry.Spent = SpentBudget.First(entry.Spent, new SpentBudget(entry.Key.Function, BudgetLimit.Changes));
            return;
        }

        entry.Value = summary;
        _waiting.UnionWith(entry.Readers.Where(reader => reader.IsVisited && reader.Changes <= MaxRepeats && (!reader.IsBeingSolved || reader == entry)));
    }

    private static bool HasStack()
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            return false;
        }
    }

    /// <summary>Waits until no other session solves as much. Whether that one has finished something meanwhile.</summary>
    private bool WaitsForTurn()
    {
        if (_hasTurn)
            return false;
        var known = _table.Count;
        _table.BeginTurn(Context.Cancellation);
        _hasTurn = true;
        return _table.Count > known;
    }

    /// <summary>
    /// Forgets what waits to be solved, what is part of a large recursion, and what reads such. All that the rest reads is in the rest or was known before: it is finished.
    /// </summary>
    private void KeepFinished()
    {
        var open = new Stack<PendingSummary>(_entries.Values.Where(entry => _inLargeRecursions.Contains(entry.Key.Function)).Concat(_waiting));
        _waiting.Clear();
        var dropped = new HashSet<PendingSummary>();
        while (open.Count > 0)
        {
            var entry = open.Pop();
            if (!dropped.Add(entry))
                continue;
            _entries.Remove(entry.Key);
            foreach (var reader in entry.Readers)
                open.Push(reader);
        }
    }

    private bool FindsLargeRecursion()
    {
        if (_entries.Count <= LargeRecursions.MaxFunctions)
            return false;
        var found = _inLargeRecursions.Union(LargeRecursions.In(_entries.Keys, key => _entries.TryGetValue(key, out var entry) ? entry.Reads.Keys : ImmutableArray<SummaryKey>.Empty));
        if (found.Count == _inLargeRecursions.Count)
            return false;
        _inLargeRecursions = found;
        _table.Keep(found);
        return true;
    }

    private Summary Make(PendingSummary entry)
    {
        Context.Cancellation.ThrowIfCancellationRequested();
        _beginsAnew |= ++_solved >= SolvedWithoutTurn && WaitsForTurn();
        _reader = entry;
        var units = Bodies.UnitsOf(entry.Key.Function);
        var isInLarge = _inLargeRecursions.Contains(entry.Key.Function);
        _reads = entry.Reads = new BodyReads(
            entry.Specialization, entry.Key.Depth, constant => units.Any(unit => Bodies.IsWrittenIn(unit.Graph, constant)), function => isInLarge && _inLargeRecursions.Contains(function));
        return units.IsEmpty ? Summary.Empty : SummaryMaker.Make(units, entry.Specialization?.Entry() ?? AbstractState.Empty, Context, isInLarge);
    }

    /// <summary>Tells all who read a summary, and their readers, where a budget was spent: each of them once, the first place in the code first.</summary>
    private void HandOnSpent()
    {
        foreach (var first in _entries.Values.Where(static entry => entry.Spent is not null).OrderBy(static entry => entry.Spent!, SpentBudget.InOrder))
        {
            var open = new Stack<PendingSummary>();
            open.Push(first);
            while (open.Count > 0)
            {
                var entry = open.Pop();
                if (entry.IsTold)
                    continue;
                entry.IsTold = true;
                entry.Value = entry.Value with { Spent = first.Spent };
                foreach (var reader in entry.Readers)
                    open.Push(reader);
            }
        }
    }

    private void Publish()
    {
        HandOnSpent();
        foreach (var entry in _entries.Values)
            _table.Publish(entry.Key, entry.Value, entry.Reads.Keys);
        _entries.Clear();
    }
}
