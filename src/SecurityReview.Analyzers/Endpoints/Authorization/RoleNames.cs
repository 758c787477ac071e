using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Which roles raise their bearer above others.</summary>
internal static class RoleNames
{
    /// <summary>Roles that a program gives to everybody who signs up.</summary>
    private static readonly HashSet<string> s_ordinary = new(StringComparer.OrdinalIgnoreCase)
    {
        "user", "users", "member", "members", "customer", "customers", "client", "clients", "guest", "guests", "buyer", "student", "patient", "subscriber", "registered",
        "registereduser", "basic", "basicuser", "authenticated", "everyone", "visitor", "player", "enduser",
    };

    /// <param name="configured">The roles of the option <c>privileged_roles</c>.</param>
    public static bool IsPrivileged(string role, ImmutableArray<string> configured) =>
        configured.IsEmpty ? !s_ordinary.Contains(role) : configured.Contains(role, StringComparer.OrdinalIgnoreCase);

    /// <summary>The roles of a list as attributes write them: <c>"Admin, Support"</c>.</summary>
    public static ImmutableArray<string> Split(string list) =>
        list.Split(',').Select(static role => role.Trim()).Where(static role => role.Length > 0).ToImmutableArray();
}
