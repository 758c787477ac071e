namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>
/// How many operations are evaluated within each other, those of all the bodies that wait for another one included: what the stack is used for. Counted and not measured,
/// since the same code must be solved in the same way on every stack.
/// </summary>
internal sealed class EvaluationDepth
{
    public int Value { get; set; }
}
