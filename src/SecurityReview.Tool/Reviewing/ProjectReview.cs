using System.Collections.Immutable;

namespace SecurityReview.Tool.Reviewing;

/// <summary>What the review of one project, for one target framework, brought.</summary>
/// <param name="Findings">The findings, those that the code suppresses included, in no particular order.</param>
/// <param name="Problems">What could not be analysed.</param>
/// <param name="Files">The full paths of the source files that were analysed, without those that builds generate.</param>
internal sealed record ProjectReview(ImmutableArray<Finding> Findings, ImmutableArray<ReviewProblem> Problems, ImmutableArray<string> Files);
