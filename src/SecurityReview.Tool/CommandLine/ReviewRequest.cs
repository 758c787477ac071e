using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Tool.CommandLine;

/// <summary>What the user asked for.</summary>
internal sealed record ReviewRequest
{
    /// <summary>The folder, project or solution to review.</summary>
    public required string Path { get; init; }

    /// <summary>Findings of this severity and above make the exit code say so.</summary>
    public required DiagnosticSeverity Threshold { get; init; }

    /// <summary>Findings below this severity are left out.</summary>
    public required DiagnosticSeverity LowestSeverity { get; init; }

    /// <summary>Only these rules; all if empty.</summary>
    public required ImmutableHashSet<string> Rules { get; init; }

    public required OutputFormat Format { get; init; }

    /// <summary>The file that the review is written to; standard output if null.</summary>
    public required string? OutputPath { get; init; }

    /// <summary>Whether packages are restored first.</summary>
    public required bool Restore { get; init; }

    /// <summary>Whether the findings alone decide the exit code, even if something could not be analysed.</summary>
    public required bool AllowBroken { get; init; }

    /// <summary>Whether the debts of the code are listed too.</summary>
    public required bool Ledger { get; init; }

    /// <summary>Whether the endpoints are listed too, with who may call them.</summary>
    public required bool Inventory { get; init; }

    public required bool Color { get; init; }

    public required bool Verbose { get; init; }
}
