using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Who may call an endpoint, and what says so.</summary>
/// <param name="Kind">What a caller must be, by the default meaning of roles; see <see cref="IsPrivileged"/> for the option.</param>
/// <param name="Demands">All that is said about it, the nearest first; empty where nothing is.</param>
/// <param name="Origin">What decides, in words; empty where nothing does.</param>
internal sealed record AppliedAuthorization(AuthorizationKind Kind, ImmutableArray<AuthorizationDemand> Demands, string Origin)
{
    /// <summary>Nothing is known: the start-up code or the caller is not in this compilation.</summary>
    public static AppliedAuthorization Elsewhere { get; } = new(AuthorizationKind.Unknown, ImmutableArray<AuthorizationDemand>.Empty, "the start-up code is not in this project");

    /// <summary>Whether somebody who is not signed in certainly does not get in.</summary>
    public bool IsAuthenticated => Kind is AuthorizationKind.Authenticated or AuthorizationKind.Privileged;

    /// <summary>Whether code of the program takes part in the decision: an own filter or attribute may check anything, ownership too.</summary>
    public bool HasOwnCheck => Demands.Any(static demand => demand.IsOwn);

    /// <summary>Whether only callers with a privilege get in.</summary>
    /// <param name="privilegedRoles">The value of the option <c>privileged_roles</c>.</param>
    public bool IsPrivileged(ImmutableArray<string> privilegedRoles) =>
        IsAuthenticated && Demands.Any(demand => demand.IsPrivilege(privilegedRoles));
}
