namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>A summary that a <see cref="SummarySession"/> makes, and where it stands with it.</summary>
internal sealed class PendingSummary(SummaryKey key, Specialization? specialization, int order)
{
    /// <summary>
    /// What was not solved yet comes first, the newest of it before all: it is what the others wait for. Then, in the order in which they were solved, those that have
    /// read something that changed: a function is solved after those that it calls (postorder), so that it is not solved again for each of them.
    /// </summary>
    public static readonly IComparer<PendingSummary> InOrder = Comparer<PendingSummary>.Create(static (left, right) => (left.Finished, right.Finished) switch
    {
        ({ } first, { } second) => first.CompareTo(second),
        (null, null) => right.Order.CompareTo(left.Order),
        (null, _) => -1,
        _ => 1,
    });

    public SummaryKey Key { get; } = key;

    public Specialization? Specialization { get; } = specialization;

    /// <summary>What is known so far.</summary>
    public Summary Value { get; set; } = Summary.Empty;

    /// <summary>Whether it was solved, or begun, at least once.</summary>
    public bool IsVisited { get; set; }

    /// <summary>Whether it is being solved, and waits for another one that it asks for.</summary>
    public bool IsBeingSolved { get; set; }

    /// <summary>Whether something that it asked for was not there when it was last solved.</summary>
    public bool HasMissed { get; set; }

    /// <summary>The how manieth it was to be solved with all that it asked for; null while it is not. Never changes while it waits.</summary>
    public int? Finished { get; set; }

    /// <summary>How often it came out other than before.</summary>
    public int Changes { get; set; }

    /// <summary>What of it was too much to look at.</summary>
    public SpentBudget? Spent { get; set; }

    /// <summary>Whether it is known which spent budget its summary tells of.</summary>
    public bool IsTold { get; set; }

    /// <summary>Who reads its summary.</summary>
    public HashSet<PendingSummary> Readers { get; } = new();

    /// <summary>What it read when it was last solved.</summary>
    public BodyReads Reads { get; set; } = BodyReads.None;

    private int Order { get; } = order;
}
