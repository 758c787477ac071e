using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>What stands in a model file.</summary>
internal sealed record ModelFile(ImmutableArray<ModelRow> Rows, ImmutableArray<ModelProblem> Problems);
