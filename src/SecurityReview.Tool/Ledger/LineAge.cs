namespace SecurityReview.Tool.Ledger;

/// <summary>Since when a line is as it is.</summary>
/// <param name="Author">Who wrote it last.</param>
/// <param name="Since">When, in the author's own time.</param>
internal sealed record LineAge(string Author, DateTimeOffset Since)
{
    /// <summary>The whole days from then to another point of time; never negative, since clocks differ.</summary>
    public int DaysAt(DateTimeOffset now) => Math.Max(0, (int)(now - Since).TotalDays);
}
