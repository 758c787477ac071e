using System.Collections.Immutable;

namespace SecurityReview.Tool.Loading;

/// <summary>What is reviewed. All paths are full.</summary>
/// <param name="Named">What the user named: a file or a folder.</param>
/// <param name="Solution">The solution to load; null if the projects are loaded one by one.</param>
/// <param name="Projects">The C# projects to review.</param>
/// <param name="Folder">The folder that the target lies in, or is.</param>
internal sealed record ReviewTarget(string Named, string? Solution, ImmutableArray<string> Projects, string Folder)
{
    /// <summary>Projects of the solution that are not in C#, and so are not reviewed.</summary>
    public ImmutableArray<string> OtherProjects { get; init; } = [];
}
