using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Options;

public static partial class ReviewOptions
{
    /// <summary>Report deletes of many rows too.</summary>
    public static ReviewOption<bool> IncludeBulk { get; } = OptionOf.Bool(
        "include_bulk", false, "Report ignored outcomes of deletes of many rows too: sets, ranges, foreign keys, joins.");

    /// <summary>What a delete that found nothing means.</summary>
    public static ReviewOption<IdempotentDeletes> IdempotentDeletes { get; } = OptionOf.Choice(
        "idempotent_deletes", Options.IdempotentDeletes.Report, "Whether a delete that found nothing is worth telling, or success to this team.");

    /// <summary>The exception that the repair throws.</summary>
    public static ReviewOption<string> NotFoundException { get; } = OptionOf.Text(
        "not_found_exception", "System.Collections.Generic.KeyNotFoundException", "The type that the fix throws where nothing was deleted and no result can say so.");

    /// <summary>Types that may be used once.</summary>
    public static ReviewOption<ImmutableArray<string>> OneTimeTypes { get; } = OptionOf.Names(
        "one_time_types", "", "Further types or tables whose objects may be used once, by simple or full name, such as BoardingPass.");

    /// <summary>The answer to a lost race.</summary>
    public static ReviewOption<ConflictResult> ConflictResult { get; } = OptionOf.Choice(
        "conflict_result", Options.ConflictResult.NotFound, "What the fix answers where another request deleted the record first.");
}
