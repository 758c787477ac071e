using System.Collections.Immutable;
using SecurityReview.Tool.Inventory;
using SecurityReview.Tool.Ledger;

namespace SecurityReview.Tool.Reviewing;

/// <summary>What the review of one project, for one target framework, brought.</summary>
/// <param name="Path">The full path of the project.</param>
/// <param name="Findings">The findings, those that the code suppresses included, in no particular order.</param>
/// <param name="Problems">What could not be analysed.</param>
/// <param name="Files">The full paths of the source files that were analysed, without those that builds generate.</param>
/// <param name="HasSources">Whether it has any source file, be it one that a build generates.</param>
/// <param name="IsSilent">Whether the rules stay silent because it is a test project.</param>
/// <param name="ModelRows">The rows of its model files.</param>
internal sealed record ProjectReview(
    string Path, ImmutableArray<Finding> Findings, ImmutableArray<ReviewProblem> Problems, ImmutableArray<string> Files,
    bool HasSources, bool IsSilent, ImmutableArray<ModelRowUse> ModelRows)
{
    /// <summary>What its code leaves open, if that was asked for.</summary>
    public ImmutableArray<LedgerEntry> Debts { get; init; } = [];

    /// <summary>Its endpoints, if that was asked for.</summary>
    public ImmutableArray<InventoryEntry> Endpoints { get; init; } = [];
}
