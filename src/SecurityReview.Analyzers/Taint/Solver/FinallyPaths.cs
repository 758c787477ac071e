using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// Branches that leave a <c>try</c> by way of <c>finally</c> blocks. A finally block is entered normally and by exceptions, and ends in one
/// state for both; what was thrown away must not reach the normal continuation. So the continuation sees the state of the branch itself,
/// with the variables that the finally block assigns as that block left them, and with what it has changed in objects.
/// </summary>
internal sealed class FinallyPaths
{
    private readonly Dictionary<ControlFlowRegion, Dictionary<ControlFlowBranch, AbstractState>> _branches = new();
    private readonly Dictionary<ControlFlowRegion, (AbstractState State, IReadOnlyList<StateChange> Changes)> _exits = new();
    private readonly Dictionary<ControlFlowRegion, List<object>> _assigned = new();
    private readonly ControlFlowGraph _graph;

    public FinallyPaths(ControlFlowGraph graph) => _graph = graph;

    /// <summary>
    /// A branch leaves with a state: what the blocks on its way are entered with, the first ones of the finally blocks as far as those before
    /// have ended, and then its destination.
    /// </summary>
    public IReadOnlyCollection<(int Block, AbstractState State)> Leave(ControlFlowBranch branch, AbstractState state)
    {
        var entered = new List<(int, AbstractState)>();
        Follow(branch, 0, state, entered);
        return entered;
    }

    /// <summary>A finally block ends with a state: what the branches that wait for it enter next; nothing where it ends as before.</summary>
    /// <param name="entry">The state that it began with.</param>
    public IReadOnlyCollection<(int Block, AbstractState State)> End(ControlFlowRegion region, AbstractState entry, AbstractState state)
    {
        var changes = state.ChangesSince(entry);
        var isSame = _exits.TryGetValue(region, out var known) && AssignedIn(region).All(variable => ReferenceEquals(known.State[variable], state[variable])) && known.Changes.SequenceEqual(changes);
        _exits[region] = (state, changes);
        var entered = new List<(int, AbstractState)>();
        if (isSame || !_branches.TryGetValue(region, out var branches))
            return entered;
        foreach (var pair in branches.ToList())
            Follow(pair.Key, pair.Key.FinallyRegions.IndexOf(region) + 1, After(region, _exits[region], pair.Value), entered);
        return entered;
    }

    private void Follow(ControlFlowBranch branch, int next, AbstractState state, List<(int Block, AbstractState State)> entered)
    {
        for (; next < branch.FinallyRegions.Length; next++)
        {
            var region = branch.FinallyRegions[next];
            if (!_branches.TryGetValue(region, out var branches))
                _branches[region] = branches = new Dictionary<ControlFlowBranch, AbstractState>();
            // Where it came with this state before, the rest of the way has seen what follows from it.
            if (branches.TryGetValue(branch, out var known) && ReferenceEquals(known, state))
                return;
            branches[branch] = state;
            entered.Add((region.FirstBlockOrdinal, state));
            if (!_exits.TryGetValue(region, out var exit))
                return;
            state = After(region, exit, state);
        }

        if (branch.Destination is { } destination)
            entered.Add((destination.Ordinal, state));
    }

    private AbstractState After(ControlFlowRegion region, (AbstractState State, IReadOnlyList<StateChange> Changes) exit, AbstractState state)
    {
        foreach (var variable in AssignedIn(region))
        {
            if (exit.State[variable] is { } value)
                state = state.With(variable, value);
        }

        return state.WithChanges(exit.Changes);
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
