using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>An answer: a value of the asked kind reaches the place.</summary>
/// <param name="Source">What and where the source is.</param>
/// <param name="Path">From the source on, in order; for the additional locations of the finding.</param>
internal sealed record TaintFlow(SourceOrigin Source, ImmutableArray<Location> Path);
