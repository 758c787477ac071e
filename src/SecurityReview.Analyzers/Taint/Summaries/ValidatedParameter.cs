namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>A parameter that is clean where the function returned.</summary>
/// <param name="Ordinal">Which parameter.</param>
/// <param name="When">Where it returned this truth; null for wherever it returned at all.</param>
internal readonly record struct ValidatedParameter(int Ordinal, bool? When);
