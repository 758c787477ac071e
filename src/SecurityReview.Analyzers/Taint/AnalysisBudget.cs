namespace SecurityReview.Analyzers.Taint;

/// <summary>
/// How much work one body may cost. Past it the answer is "unknown" and nothing is said: never a hang, never an exception to the outside.
/// </summary>
internal sealed class AnalysisBudget(CancellationToken cancellation)
{
    /// <summary>Evaluated operations per body; enough for several passes over twenty thousand lines.</summary>
    public const int MaxSteps = 3_000_000;

    private int _steps;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Counts one operation.</summary>
    /// <exception cref="BudgetExceededException">The budget is used up; caught where the body is solved.</exception>
    public void Step()
    {
        if (++_steps > MaxSteps)
            throw new BudgetExceededException();
        if ((_steps & 0xFF) == 0)
            Cancellation.ThrowIfCancellationRequested();
    }
}
