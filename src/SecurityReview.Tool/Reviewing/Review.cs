using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers;
using SecurityReview.Tool.CommandLine;
using SecurityReview.Tool.Inventory;
using SecurityReview.Tool.Ledger;

namespace SecurityReview.Tool.Reviewing;

/// <summary>A finished review: what all reports are written from.</summary>
internal sealed record Review
{
    /// <summary>What was asked for.</summary>
    public required ReviewRequest Request { get; init; }

    /// <summary>What was reviewed: the solution, project or folder, as a full path.</summary>
    public required string Target { get; init; }

    /// <summary>The rules that ran, ordered by id.</summary>
    public required ImmutableArray<DiagnosticDescriptor> Rules { get; init; }

    /// <summary>The findings, ordered by family, place and rule.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>How many findings the code suppresses.</summary>
    public required int SuppressedCount { get; init; }

    /// <summary>What could not be analysed.</summary>
    public required ImmutableArray<ReviewProblem> Problems { get; init; }

    /// <summary>What the reader should know although nothing is wrong, as full sentences.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>The rows of model files that no project resolved, ordered by place; often misspelt names.</summary>
    public required ImmutableArray<ModelRowUse> UnresolvedRows { get; init; }

    /// <summary>What the code leaves open; null if that was not asked for.</summary>
    public required DebtLedger? Ledger { get; init; }

    /// <summary>The endpoints, and who may call them; null if that was not asked for.</summary>
    public required EndpointInventory? Inventory { get; init; }

    public required int FileCount { get; init; }

    public required int ProjectCount { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>The places at which the analysis gave up, so that nothing being found there says nothing.</summary>
    public IEnumerable<Finding> NotJudged => Findings.Where(finding => finding.IsGap);

    /// <summary>Whether any rule of a family ran; "nothing found" means nothing otherwise.</summary>
    public bool Covers(RuleFamily family) => Rules.Any(rule => Descriptors.FamilyOf(rule.Id) == family);

    /// <summary>How many findings are at or above the threshold.</summary>
    public int CountAtThreshold => Findings.Count(finding => finding.Severity >= Request.Threshold);

    public int ExitCode
    {
        get
        {
            if (!Problems.IsEmpty && !Request.AllowBroken)
                return ExitCodes.CouldNotAnalyse;
            return CountAtThreshold > 0 ? ExitCodes.Findings : ExitCodes.Clean;
        }
    }
}
