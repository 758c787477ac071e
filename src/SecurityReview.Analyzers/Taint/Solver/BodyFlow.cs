using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// The solved flow of one body: the value of every expression that is tainted or an object, with the state in which it was evaluated.
/// </summary>
internal sealed class BodyFlow
{
    private readonly Dictionary<SyntaxNode, (AbstractValue Value, AbstractState State)> _values = new();
    private readonly Dictionary<SyntaxNode, BodyFlow> _nested = new();
    private IReadOnlyList<SymbolicOrigin>? _allConsulted;

    /// <summary>Everything that any variable may hold at any place of the body.</summary>
    public AbstractState Everything { get; set; } = AbstractState.Empty;

    /// <summary>What the body returns.</summary>
    public AbstractValue Return { get; set; } = AbstractValue.Clean;

    /// <summary>What of the body, or of what it calls, was too much to look at; null for nothing.</summary>
    public SpentBudget? Spent { get; set; }

    /// <summary>What from outside decides its branches.</summary>
    public IReadOnlyCollection<SymbolicOrigin> Consulted { get; set; } = [];

    /// <summary>The same for this body and all functions within it, in a fixed order.</summary>
    public IReadOnlyList<SymbolicOrigin> AllConsulted => _allConsulted ??=
        SelfAndNested.SelectMany(static part => part.Consulted).Distinct().OrderBy(static place => place.Root.Name + place.Path, StringComparer.Ordinal).ToList();

    /// <summary>The flow of a lambda or local function within the body; null where it is none of it.</summary>
    public BodyFlow? Of(SyntaxNode function) => _nested.TryGetValue(function, out var nested) ? nested : null;

    /// <summary>The calls that the body makes itself.</summary>
    public Applications Calls { get; set; } = new();

    /// <summary>This body and all lambdas and local functions within it.</summary>
    public IEnumerable<BodyFlow> SelfAndNested => _nested.Values.Prepend(this);

    /// <summary>The flow of the innermost lambda or local function around a node.</summary>
    public BodyFlow Around(SyntaxNode node)
    {
        if (_nested.Count == 0)
            return this;
        foreach (var ancestor in node.Ancestors())
        {
            if (_nested.TryGetValue(ancestor, out var nested))
                return nested;
        }

        return this;
    }

    /// <summary>The value of an expression.</summary>
    public AbstractValue ValueOf(SyntaxNode expression) => _values.TryGetValue(expression, out var known) ? known.Value : AbstractValue.Clean;

    /// <summary>The state in which an expression was evaluated.</summary>
    public AbstractState StateAt(SyntaxNode expression) => _values.TryGetValue(expression, out var known) ? known.State : AbstractState.Empty;

    /// <summary>
    /// The value of an expression with all that it holds: members and elements, to a depth; what a serialiser would write.
    /// </summary>
    public AbstractValue ContentOf(SyntaxNode expression)
    {
        if (!_values.TryGetValue(expression, out var known))
            return AbstractValue.Clean;
        return known.State.ContentOf(known.Value);
    }

    public void Record(SyntaxNode expression, AbstractValue value, AbstractState state) =>
        _values[expression] = _values.TryGetValue(expression, out var known) ? (known.Value.Join(value), state) : (value, state);

    /// <summary>Adds the flow of a function within the body, with those within that.</summary>
    public void Nest(SyntaxNode function, BodyFlow flow)
    {
        _nested[function] = flow;
        foreach (var inner in flow._nested)
            _nested[inner.Key] = inner.Value;
        Spent = SpentBudget.First(Spent, flow.Spent);
    }
}
