using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>
/// Finds the recursions of many functions, or of many ways through few: the strongly connected components (Tarjan 1972) of who reads whose summary. In such a one
/// every function is reached from every other in many ways, and to tell the ways apart is endless work for little: its functions know of each other what holds for
/// all calls, and tell of few objects. That depends on the program alone, and not on where a question enters the recursion.
/// </summary>
internal sealed class LargeRecursions
{
    /// <summary>How many functions may call each other and still be told apart by what they are given.</summary>
    public const int MaxFunctions = 8;

    /// <summary>
    /// How many ways around (the circuit rank) their summaries may have where they are told apart: on each of them a change of one is a new round for the others.
    /// </summary>
    public const int MaxCircuits = 6;

    private readonly Func<SummaryKey, IEnumerable<SummaryKey>> _reads;
    private readonly Dictionary<SummaryKey, Node> _nodes = new();
    private readonly Stack<Node> _component = new();
    private readonly Stack<Node> _open = new();
    private readonly List<IMethodSymbol> _found = new();

    private LargeRecursions(Func<SummaryKey, IEnumerable<SummaryKey>> reads) => _reads = reads;

    /// <summary>The functions that are part of one.</summary>
    /// <param name="keys">The summaries in question.</param>
    /// <param name="reads">The summaries that one reads; those that are finished are of no interest.</param>
    public static IReadOnlyCollection<IMethodSymbol> In(IEnumerable<SummaryKey> keys, Func<SummaryKey, IEnumerable<SummaryKey>> reads)
    {
        var search = new LargeRecursions(reads);
        foreach (var key in keys)
            search.Visit(key);
        return search._found;
    }

    private void Visit(SummaryKey start)
    {
        if (_nodes.ContainsKey(start))
            return;
        Open(start);
        while (_open.Count > 0)
        {
            var node = _open.Peek();
            if (node.Reads.MoveNext())
            {
                if (!_nodes.TryGetValue(node.Reads.Current, out var read))
                    Open(node.Reads.Current);
                else if (read.IsInComponent)
                    node.Lowest = Math.Min(node.Lowest, read.Order);
                continue;
            }

            _open.Pop();
            if (_open.Count > 0)
                _open.Peek().Lowest = Math.Min(_open.Peek().Lowest, node.Lowest);
            if (node.Lowest == node.Order)
                Close(node);
        }
    }

    private void Open(SummaryKey key)
    {
        var node = new Node(key, _nodes.Count, _reads(key).GetEnumerator());
        _nodes[key] = node;
        _component.Push(node);
        _open.Push(node);
    }

    private void Close(Node first)
    {
        var component = new List<Node>();
        Node node;
        do
        {
            node = _component.Pop();
            node.IsInComponent = false;
            component.Add(node);
        }
        while (node != first);
        var functions = new HashSet<IMethodSymbol>(component.Select(static member => member.Key.Function), SymbolEqualityComparer.Default);
        if (functions.Count > MaxFunctions || (functions.Count < component.Count && CircuitsOf(component) > MaxCircuits))
            _found.AddRange(functions);
    }

    private int CircuitsOf(IReadOnlyCollection<Node> component)
    {
        var keys = new HashSet<SummaryKey>(component.Select(static member => member.Key));
        return keys.Sum(key => _reads(key).Count(keys.Contains)) - keys.Count + 1;
    }

    private sealed class Node(SummaryKey key, int order, IEnumerator<SummaryKey> reads)
    {
        public SummaryKey Key { get; } = key;

        public int Order { get; } = order;

        public IEnumerator<SummaryKey> Reads { get; } = reads;

        public int Lowest { get; set; } = order;

        public bool IsInComponent { get; set; } = true;
    }
}
