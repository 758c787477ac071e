using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>What a policy asks for besides a caller that is signed in.</summary>
/// <param name="Roles">The roles of which the caller needs one; empty where none is asked for.</param>
/// <param name="DemandsMore">Whether claims or requirements are asked for, or the policy is not known.</param>
internal sealed record PolicyTerms(ImmutableArray<string> Roles, bool DemandsMore)
{
    public static PolicyTerms Plain { get; } = new(ImmutableArray<string>.Empty, DemandsMore: false);

    public static PolicyTerms Unknown { get; } = new(ImmutableArray<string>.Empty, DemandsMore: true);
}
