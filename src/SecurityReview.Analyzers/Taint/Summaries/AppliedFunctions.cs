using System.Collections.Immutable;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// The delegates that a function calls, and those its callees call: bounded, since each level of calls would multiply what it was told. Past the
/// bounds the calls of one delegate become one call with all their arguments, and further delegates are left out.
/// </summary>
/// <param name="maxWays">With how many lists of arguments one delegate is told apart.</param>
internal sealed class AppliedFunctions(int maxWays = AppliedFunctions.MaxWays)
{
    private const int MaxWays = 8;

    /// <summary>How many delegates are told of, the first ones.</summary>
    private const int MaxFunctions = 128;

    private readonly Dictionary<HeapObject.Function, Ways> _byFunction = new();
    private readonly List<Ways> _inOrder = new();

    /// <summary>The calls, by delegate, in the order in which they came.</summary>
    public IEnumerable<AppliedFunction> All => _inOrder.SelectMany(static ways => ways.Calls);

    public AppliedFunctions Add(IEnumerable<AppliedFunction> applied)
    {
        foreach (var call in applied)
            Add(call);
        return this;
    }

    public void Add(AppliedFunction applied)
    {
        if (!_byFunction.TryGetValue(applied.Function, out var ways))
        {
            if (_inOrder.Count == MaxFunctions)
                return;
            _byFunction[applied.Function] = ways = new Ways(maxWays);
            _inOrder.Add(ways);
        }

        ways.Add(applied);
    }

    private sealed class Ways(int max)
    {
        private bool _isJoined;

        public List<AppliedFunction> Calls { get; } = new();

        public void Add(AppliedFunction applied)
        {
            if (Calls.Contains(applied))
                return;
            if (!_isJoined && Calls.Count < max)
            {
                Calls.Add(applied);
                return;
            }

            _isJoined = true;
            var joined = Calls.Aggregate(applied, Join);
            Calls.Clear();
            Calls.Add(joined);
        }

        /// <summary>Where one is not known to give an argument, none is.</summary>
        private static AppliedFunction Join(AppliedFunction left, AppliedFunction right) =>
            left with { Arguments = left.Arguments.Zip(right.Arguments, static (one, other) => one.Join(other)).ToImmutableArray() };
    }
}
