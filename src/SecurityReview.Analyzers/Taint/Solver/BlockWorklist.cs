namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// The blocks that are to be run, in rounds in the order of the graph: what leads back waits for the next round, so that a loop begins anew once for all the
/// branches that lead back to it and not for each.
/// </summary>
internal sealed class BlockWorklist
{
    private SortedSet<int> _round = new();
    private SortedSet<int> _later = new();
    private int _current = -1;

    public void Add(int block) => (block > _current ? _round : _later).Add(block);

    /// <summary>The next block; null where none is left.</summary>
    public int? Next()
    {
        if (_round.Count == 0)
            (_round, _later) = (_later, _round);
        if (_round.Count == 0)
            return null;
        _current = _round.Min;
        _round.Remove(_current);
        return _current;
    }
}
