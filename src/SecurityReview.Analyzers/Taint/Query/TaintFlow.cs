using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>An answer: a value of the asked kind reaches the place.</summary>
/// <param name="Source">What and where the source is.</param>
/// <param name="Path">From the source on, in order; for the additional locations of the finding.</param>
internal sealed record TaintFlow(SourceOrigin Source, ImmutableArray<Location> Path)
{
    /// <summary>The flow as a compilation can report it: a finding may not point into the tree of another one, but into its file.</summary>
    public TaintFlow In(Compilation compilation) => this with { Path = Path.Select(step => In(step, compilation)).ToImmutableArray() };

    private static Location In(Location step, Compilation compilation) =>
        step.SourceTree is { } tree && !compilation.ContainsSyntaxTree(tree) ? Location.Create(tree.FilePath, step.SourceSpan, step.GetLineSpan().Span) : step;
}
