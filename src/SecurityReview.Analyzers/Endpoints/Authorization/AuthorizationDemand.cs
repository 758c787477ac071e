using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>One thing that is said about who may call: by an attribute, a call on a route or group, a filter, a convention or a policy.</summary>
/// <param name="Origin">Where it comes from, in words: <c>[Authorize] on OrdersController</c>.</param>
/// <param name="Place">Where it stands; none for what comes from another assembly.</param>
internal sealed record AuthorizationDemand(string Origin, Location Place)
{
    /// <summary>Whether it lets everybody in: <c>AllowAnonymous</c>.</summary>
    public bool Allows { get; init; }

    /// <summary>Whether code of the program decides, and what it asks for is not known: an own filter, an own attribute.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The roles of which the caller needs one; empty where none is asked for.</summary>
    public ImmutableArray<string> Roles { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether more is asked for than to be signed in and to have a role: claims, a requirement, a policy that is not known.</summary>
    public bool DemandsMore { get; init; }

    /// <summary>Whether it applies only under a condition, such as in development.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether it takes a privilege to meet this.</summary>
    /// <param name="privilegedRoles">The roles of the option <c>privileged_roles</c>; empty for every role but those of ordinary users.</param>
    public bool IsPrivilege(ImmutableArray<string> privilegedRoles) =>
        !Allows && (DemandsMore || (!Roles.IsEmpty && Roles.All(role => RoleNames.IsPrivileged(role, privilegedRoles))));
}
