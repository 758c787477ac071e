using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>A property that a framework fills, and what it is as a source.</summary>
internal sealed record BoundProperty(IPropertySymbol Property, SourceOrigin Source, bool IsFilledOnGet);
