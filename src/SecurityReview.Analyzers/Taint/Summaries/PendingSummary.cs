namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>A summary that a <see cref="SummarySession"/> makes, and where it stands with it.</summary>
internal sealed class PendingSummary(SummaryKey key, Specialization? specialization, int order)
{
    /// <summary>The newest first: what was asked for last is what the others wait for.</summary>
    public static readonly IComparer<PendingSummary> InOrder = Comparer<PendingSummary>.Create(static (left, right) => right.Order.CompareTo(left.Order));

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
