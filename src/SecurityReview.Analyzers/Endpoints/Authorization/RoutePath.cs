using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>One way on which endpoints come into the program: the groups that they are mapped in, from the application down.</summary>
/// <param name="Demands">What the groups say about who may call.</param>
/// <param name="IsKnown">Whether the way begins at the application; else other code may say more.</param>
/// <param name="Prefix">The route of the groups.</param>
internal sealed record RoutePath(ImmutableArray<AuthorizationDemand> Demands, bool IsKnown, string Prefix)
{
    public static RoutePath Root { get; } = new(ImmutableArray<AuthorizationDemand>.Empty, IsKnown: true, "");

    public static RoutePath Unknown { get; } = new(ImmutableArray<AuthorizationDemand>.Empty, IsKnown: false, "");

    /// <summary>The path with what is said further down, which is nearer to the endpoint.</summary>
    public RoutePath With(ImmutableArray<AuthorizationDemand> demands) => demands.IsEmpty ? this : this with { Demands = demands.AddRange(Demands) };

    /// <summary>The path in a group.</summary>
    public RoutePath In(string prefix) => prefix.Length == 0 ? this : this with { Prefix = Join(Prefix, prefix) };

    /// <summary>Two parts of a route in one.</summary>
    public static string Join(string prefix, string rest) =>
        prefix.Length == 0 ? rest : rest.Trim('/').Length == 0 ? prefix : prefix.TrimEnd('/') + "/" + rest.TrimStart('/');
}
