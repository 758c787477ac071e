using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// The solved flow of one body: the value of every expression that is tainted or an object, with the state in which it was evaluated.
/// </summary>
internal sealed class BodyFlow
{
    /// <summary>A body that was too large: nothing is known of it.</summary>
    public static readonly BodyFlow Unknown = new();

    private readonly Dictionary<SyntaxNode, (AbstractValue Value, AbstractState State)> _values = new();
    private readonly List<NestedBody> _nested = new();

    /// <summary>Lambdas and local functions within the body, with the state that their captured variables are in.</summary>
    public IReadOnlyList<NestedBody> Nested => _nested;

    /// <summary>The value of an expression.</summary>
    public AbstractValue ValueOf(SyntaxNode expression) => _values.TryGetValue(expression, out var known) ? known.Value : AbstractValue.Clean;

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

    public void RecordNested(NestedBody nested) => _nested.Add(nested);
}
