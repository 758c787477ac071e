using System.Collections.Immutable;

namespace SecurityReview.Tool.Ledger;

/// <summary>All debts of the reviewed code.</summary>
/// <param name="Entries">The debts: the most urgent state first, then the oldest, then by place.</param>
/// <param name="Notes">Why ages are missing, as full sentences; empty where they are all known.</param>
/// <param name="At">What ages are counted to.</param>
internal sealed record DebtLedger(ImmutableArray<LedgerEntry> Entries, ImmutableArray<string> Notes, DateTimeOffset At)
{
    /// <summary>The debts in groups, without those groups that are empty.</summary>
    public IEnumerable<IGrouping<LedgerState, LedgerEntry>> Groups => Entries.GroupBy(entry => entry.State);

    /// <summary>Puts together what several projects and target frameworks compile, and adds the ages.</summary>
    /// <param name="folder">The folder that was reviewed.</param>
    /// <param name="entries">What the projects have.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<DebtLedger> CreateAsync(string folder, IEnumerable<LedgerEntry> entries, CancellationToken cancellation)
    {
        var merged = entries.GroupBy(entry => (entry.Place.Path, entry.Place.Span)).Select(One).ToList();
        var ages = await GitAges.ReadAsync(folder, merged, cancellation).ConfigureAwait(false);
        var ordered = merged.Select(entry => entry with { Age = ages.Of(entry.Place) })
            .OrderBy(entry => entry.State)
            .ThenBy(entry => entry.Age?.Since ?? DateTimeOffset.MaxValue)
            .ThenBy(entry => entry.Place.Path, StringComparer.Ordinal)
            .ThenBy(entry => entry.Place.Span.Start);
        return new DebtLedger([.. ordered], ages.Notes, DateTimeOffset.UtcNow);
    }

    /// <summary>The most urgent of them: a framework may have what a comment waits for while another lacks it.</summary>
    private static LedgerEntry One(IEnumerable<LedgerEntry> same)
    {
        var all = same.OrderBy(entry => entry.State).ToList();
        return all[0] with { Projects = [.. all.SelectMany(entry => entry.Projects).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
    }
}
