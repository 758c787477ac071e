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
    private readonly Dictionary<ControlFlowBranch, AbstractState> _branches = new();
    private readonly Dictionary<ControlFlowRegion, AbstractState> _exits = new();
    private readonly Dictionary<ControlFlowRegion, List<object>> _assigned = new();
    private readonly ControlFlowGraph _graph;

    public FinallyPaths(ControlFlowGraph graph) => _graph = graph;

    /// <summary>A branch leaves with a state: what reaches its destination, null while a finally block on the way has not ended yet.</summary>
    public AbstractState? Leave(ControlFlowBranch branch, AbstractState state)
    {
        _branches[branch] = state;
        foreach (var region in branch.FinallyRegions)
        {
            if (!_exits.TryGetValue(region, out var exit))
                return null;
            foreach (var variable in AssignedIn(region))
            {
                if (exit[variable] is { } value)
                    state = state.With(variable, value);
            }
        }

        return state;
    }

    /// <summary>A finally block ends with a state: the branches that go through it, with the states that they left with.</summary>
    public IEnumerable<(ControlFlowBranch Branch, AbstractState State)> End(ControlFlowRegion region, AbstractState state)
    {
        _exits[region] = state;
        return _branches.Where(pair => pair.Key.FinallyRegions.Contains(region)).Select(pair => (pair.Key, pair.Value)).ToList();
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
