using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>A parameter, or a member of one, that is clean where the function returned.</summary>
/// <param name="Ordinal">Which parameter; <see cref="Instance"/> for what the function is called on.</param>
/// <param name="When">Where it returned this truth; null for wherever it returned at all.</param>
/// <param name="Member">The member; null for the parameter itself.</param>
internal readonly record struct ValidatedParameter(int Ordinal, bool? When, AccessPath? Member = null)
{
    /// <summary>Stands for the instance in place of an ordinal.</summary>
    public const int Instance = -1;
}
