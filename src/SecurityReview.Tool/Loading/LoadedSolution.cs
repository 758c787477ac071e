using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Loading;

/// <summary>A loaded target. Holds the workspace open; dispose it when done.</summary>
/// <param name="Workspace">What keeps the projects.</param>
/// <param name="Projects">The projects to review, one per target framework.</param>
/// <param name="NotReviewed">Projects that were loaded only because a reviewed project references them.</param>
/// <param name="Problems">What could not be loaded.</param>
internal sealed record LoadedSolution(
    Workspace Workspace, ImmutableArray<Project> Projects, ImmutableArray<string> NotReviewed, ImmutableArray<ReviewProblem> Problems) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Workspace.Dispose();
}
