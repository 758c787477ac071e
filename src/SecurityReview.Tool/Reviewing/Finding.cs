using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers;

namespace SecurityReview.Tool.Reviewing;

/// <summary>One finding of one rule, at one place, however many projects and target frameworks it was seen in.</summary>
internal sealed record Finding
{
    /// <summary>The rule.</summary>
    public required DiagnosticDescriptor Rule { get; init; }

    /// <summary>The severity that the settings of the reviewed project give it.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>What, where and the remedy.</summary>
    public required string Message { get; init; }

    /// <summary>Where it stands; null for findings about settings, which the compiler cannot place.</summary>
    public required CodePlace? Place { get; init; }

    /// <summary>The further places: the way of the data in order, or related code.</summary>
    public required ImmutableArray<CodePlace> Steps { get; init; }

    /// <summary>What the code fix would do; null if there is none for this finding.</summary>
    public required string? Fix { get; init; }

    /// <summary>The projects it was seen in, with their target framework where there are several.</summary>
    public required ImmutableArray<string> Projects { get; init; }

    /// <summary>Whether the code suppresses it, by a pragma or an attribute.</summary>
    public required bool IsSuppressed { get; init; }

    /// <summary>Whether it only says that a place was not judged.</summary>
    public bool IsGap => Rule.Id == RuleIds.BudgetUsedUp;

    public RuleFamily Family => Descriptors.FamilyOf(Rule.Id);

    /// <summary>Whether the further places are the way from a source to this place, rather than places that merely belong to it.</summary>
    public bool StepsAreFlow => Family is RuleFamily.DataAccess or RuleFamily.ExceptionHandling;

    /// <summary>Equal for what a reader would call the same finding.</summary>
    public (string Id, string? Path, LinePositionSpan? Span, string? Message) Identity =>
        (Rule.Id, Place?.Path, Place?.Span, Place is null ? Message : null);
}
