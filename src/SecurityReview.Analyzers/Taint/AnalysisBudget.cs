namespace SecurityReview.Analyzers.Taint;

/// <summary>
/// How much work one body may cost. Past it the answer is "unknown" and nothing is said: never a hang, never an exception to the outside.
/// </summary>
internal sealed class AnalysisBudget(CancellationToken cancellation, int maxSteps = AnalysisBudget.MaxSteps)
{
    /// <summary>Evaluated operations per body; enough for several passes over twenty thousand lines.</summary>
    public const int MaxSteps = 3_000_000;

    private int _steps;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What was given up in a function that the body calls; null for nothing.</summary>
    public SpentBudget? SpentByCallees { get; private set; }

    /// <summary>Counts one operation.</summary>
    /// <exception cref="BudgetExceededException">The budget is used up; caught where the body is solved.</exception>
    public void Step()
    {
        if (++_steps > maxSteps)
            throw new BudgetExceededException();
        if ((_steps & 0xFF) == 0)
            Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Notes that what is known of a callee is not all.</summary>
    public void Note(SpentBudget? spent) => SpentByCallees = SpentBudget.First(SpentByCallees, spent);
}
