using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.Solver;
using SecurityReview.Analyzers.Taint.State;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// Makes the summaries that one query asks for, in one thread and in private. A body is solved with what is known so far; what it missed is
/// solved next, and then the body again. Functions that call each other are repeated until nothing changes (chaotic iteration, Cousot 1977).
/// Only then is all of it published, so no thread sees or waits for the half-done work of another.
/// </summary>
internal sealed class SummarySession : ISummaries
{
    /// <summary>How many functions one body may need, itself and through others; a body that needs more is not answered for.</summary>
    private const int MaxFunctions = 15_000;

    /// <summary>
    /// How many functions are solved, at least, between two looks whether they are a large recursion, where one is solved again; a quarter of those that there
    /// are, so that looking costs next to nothing.
    /// </summary>
    private const int SolvedBetweenChecks = 32;

    /// <summary>
    /// How often one recursive function is repeated. Where a recursion is cut depends on where it was entered, and so on which thread came first: the limit is there
    /// for what would never end, and must be out of reach for what does.
    /// </summary>
    private const int MaxRepeats = 24;

    /// <summary>After how many changes the summaries of its rounds are joined.</summary>
    private const int MaxReplaced = 3;

    private readonly SummaryTable _table;
    private readonly CallScope _scope;
    private readonly Dictionary<SummaryKey, Entry> _entries = new();
    private readonly List<Entry> _missing = new();
    private Entry? _reader;
    private BodyReads _reads = BodyReads.None;
    private ImmutableHashSet<IMethodSymbol> _inLargeRecursions = ImmutableHashSet<IMethodSymbol>.Empty;

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
        {
            _entries[key] = entry = new Entry(key, specialization, _entries.Count);
            _missing.Add(entry);
        }
        else if (!entry.IsVisited)
        {
            _missing.Add(entry);
        }

        if (_reader is not null)
            entry.Readers.Add(_reader);
        return entry.Value;
    }

    /// <summary>Solves a body that is no function of the program for others to call, with all the summaries that it needs.</summary>
    /// <exception cref="BudgetExceededException">It needs more functions than are looked at for one body.</exception>
    public BodyFlow Solve(FunctionUnit unit, BodySlice slice) => Solve(unit, AbstractState.Empty, slice);

    /// <summary>The same, with what is known when the body begins.</summary>
    public BodyFlow Solve(FunctionUnit unit, AbstractState entry, BodySlice slice)
    {
        while (true)
        {
            _reader = null;
            _reads = new BodyReads(null, 0, constant => Bodies.IsWrittenIn(unit.Graph, constant), static _ => false);
            _inLargeRecursions = _table.InLargeRecursions;
            _missing.Clear();
            var flow = FlowSolver.Solve(unit, entry, Context, slice);
            if (_missing.Count == 0)
            {
                CheckFunctions(_reads.Keys);
                return flow;
            }

            if (Complete())
                Publish();
            else
                _entries.Clear();
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

    /// <summary>
    /// Solves what is missing and what that misses, depth first, then what changed under its readers. Has to begin anew, false, where that shows a large
    /// recursion which was not known.
    /// </summary>
    private bool Complete()
    {
        var (solved, nextCheck) = (0, SolvedBetweenChecks);
        var open = new Stack<Entry>();
        PushMissing(open);
        var stale = new SortedSet<Entry>(Entry.InOrder);
        while (open.Count > 0 || stale.Count > 0)
        {
            if (open.Count == 0)
            {
                var next = stale.Min;
                stale.Remove(next);
                open.Push(next);
            }

            var entry = open.Peek();
            entry.IsVisited = true;
            var summary = Make(entry);
            if (++solved >= nextCheck && entry.Changes > 0)
            {
                nextCheck = solved + Math.Max(SolvedBetweenChecks, _entries.Count / 4);
                if (FindsLargeRecursion())
                    return false;
            }

            if (_missing.Count > 0)
            {
                PushMissing(open);
                continue;
            }

            open.Pop();
            stale.Remove(entry);
            // That a budget was spent changes no flow, so no reader is solved again for it: it is handed on at the end.
            entry.Spent = SpentBudget.First(entry.Spent, summary.Spent);
            if (entry.Changes >= MaxReplaced)
                summary = entry.Value.Join(summary);
            if ((summary with { Spent = entry.Value.Spent }).Equals(entry.Value))
                continue;
            if (++entry.Changes > MaxRepeats)
            {
                entry.Spent = SpentBudget.First(entry.Spent, new SpentBudget(entry.Key.Function, BudgetLimit.Changes));
                continue;
            }

            entry.Value = summary;
            stale.UnionWith(entry.Readers.Where(reader => reader.IsVisited && reader.Changes <= MaxRepeats && !open.Contains(reader)));
        }

        return !FindsLargeRecursion();
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

    private void PushMissing(Stack<Entry> open)
    {
        if (_entries.Count > MaxFunctions)
            throw new BudgetExceededException();
        for (var i = _missing.Count - 1; i >= 0; i--)
        {
            if (!_missing[i].IsVisited)
                open.Push(_missing[i]);
            _missing[i].IsVisited = true;
        }

        _missing.Clear();
    }

    private Summary Make(Entry entry)
    {
        Context.Cancellation.ThrowIfCancellationRequested();
        _missing.Clear();
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
            var open = new Stack<Entry>();
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

    private sealed class Entry(SummaryKey key, Specialization? specialization, int order)
    {
        public static readonly IComparer<Entry> InOrder = Comparer<Entry>.Create(static (left, right) => right.Order.CompareTo(left.Order));

        public SummaryKey Key { get; } = key;

        public Specialization? Specialization { get; } = specialization;

        public Summary Value { get; set; } = Summary.Empty;

        public bool IsVisited { get; set; }

        public int Changes { get; set; }

        /// <summary>What of it was too much to look at.</summary>
        public SpentBudget? Spent { get; set; }

        /// <summary>Whether it is known which spent budget its summary tells of.</summary>
        public bool IsTold { get; set; }

        /// <summary>Who reads its summary.</summary>
        public HashSet<Entry> Readers { get; } = new();

        /// <summary>What it read when it was last solved.</summary>
        public BodyReads Reads { get; set; } = BodyReads.None;

        private int Order { get; } = order;
    }
}
