using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// Branches that leave a <c>try</c> by way of <c>finally</c> blocks. A finally block is entered normally and by exceptions, and ends in one
/// state for both; what was thrown away must not reach the normal continuation. So the continuation sees the state of the branch itself,
/// with the variables that the finally block assigns as that block left them.
/// </summary>
internal sealed class FinallyPaths
{
    private readonly Dictionary<ControlFlowRegion, Dictionary<ControlFlowBranch, AbstractState>> _branches = new();
    private readonly Dictionary<ControlFlowRegion, AbstractState> _exits = new();
    private readonly Dictionary<ControlFlowRegion, List<object>> _assigned = new();
    private readonly ControlFlowGraph _graph;

    public FinallyPaths(ControlFlowGraph graph) => _graph = graph;

    /// <summary>A branch leaves with a state: what each finally block on the way is entered with, as far as those before it have ended.</summary>
    /// <param name="after">What reaches the destination; null while a finally block on the way has not ended yet.</param>
    public IEnumerable<(ControlFlowRegion Region, AbstractState State)> Leave(ControlFlowBranch branch, AbstractState state, out AbstractState? after)
    {
        var entered = new List<(ControlFlowRegion, AbstractState)>();
        after = state;
        foreach (var region in branch.FinallyRegions)
        {
            entered.Add((region, after));
            if (!_branches.TryGetValue(region, out var branches))
                _branches[region] = branches = new Dictionary<ControlFlowBranch, AbstractState>();
            branches[branch] = state;
            if (!_exits.TryGetValue(region, out var exit))
            {
                after = null;
                break;
            }

            foreach (var variable in AssignedIn(region))
            {
                if (exit[variable] is { } value)
                    after = after.With(variable, value);
            }
        }

        return entered;
    }

    /// <summary>
    /// A finally block ends with a state: the branches that go through it, with the states that they left with; none where it ends as before.
    /// </summary>
    public IReadOnlyCollection<KeyValuePair<ControlFlowBranch, AbstractState>> End(ControlFlowRegion region, AbstractState state)
    {
        var isSame = _exits.TryGetValue(region, out var known) && AssignedIn(region).All(variable => ReferenceEquals(known[variable], state[variable]));
        _exits[region] = state;
        return isSame || !_branches.TryGetValue(region, out var branches) ? [] : branches.ToList();
    }

    private List<object> AssignedIn(ControlFlowRegion region)
    {
        if (_assigned.TryGetValue(region, out var known))
            return known;
        var variables = new List<object>();
        for (var ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            foreach (var operation in _graph.Blocks[ordinal].Operations.SelectMany(operation => operation.DescendantsAndSelf()).OfType<IAssignmentOperation>())
            {
                switch (operation.Target)
                {
                    case ILocalReferenceOperation local:
                        variables.Add(local.Local);
                        break;
                    case IParameterReferenceOperation parameter:
                        variables.Add(parameter.Parameter);
                        break;
                }
            }
        }

        return _assigned[region] = variables;
    }
}
