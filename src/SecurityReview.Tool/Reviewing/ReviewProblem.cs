using System.Collections.Immutable;

namespace SecurityReview.Tool.Reviewing;

/// <summary>Something that could not be analysed.</summary>
/// <param name="Kind">At which step.</param>
/// <param name="Path">The project, solution or folder, as a full path.</param>
/// <param name="Summary">What happened to it, as the rest of a sentence: <c>it does not compile (3 errors)</c>.</param>
/// <param name="Details">What the tools said, the first first.</param>
internal sealed record ReviewProblem(ProblemKind Kind, string Path, string Summary, ImmutableArray<string> Details)
{
    /// <summary>Where in our own code it went wrong, for those who want to report it.</summary>
    public string? Trace { get; init; }
}
