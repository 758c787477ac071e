using System.Collections.Immutable;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Ledger;

/// <summary>One debt: something that the code leaves open.</summary>
internal sealed record LedgerEntry
{
    public required LedgerState State { get; init; }

    public required CodePlace Place { get; init; }

    /// <summary>What is open: the text of the comment, or the message of the finding.</summary>
    public required string Text { get; init; }

    /// <summary>The tag of the comment; null for what is none.</summary>
    public string? Tag { get; init; }

    /// <summary>Who does it; null if nobody is named.</summary>
    public string? Owner { get; init; }

    /// <summary>Where it is planned; null if nowhere.</summary>
    public string? Ticket { get; init; }

    /// <summary>Until when, as 2026-01-31; null if it is not said.</summary>
    public string? Due { get; init; }

    /// <summary>The placeholders that wait to be filled in.</summary>
    public ImmutableArray<string> Unfilled { get; init; } = [];

    /// <summary>Since when the line is as it is; null where nobody knows.</summary>
    public LineAge? Age { get; init; }

    /// <summary>The projects that it was seen in, with their target framework where there are several.</summary>
    public required ImmutableArray<string> Projects { get; init; }
}
