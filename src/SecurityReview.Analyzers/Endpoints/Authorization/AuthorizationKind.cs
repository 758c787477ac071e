namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>What a caller of an endpoint must be, the weakest first.</summary>
internal enum AuthorizationKind
{
    /// <summary>Anybody may call, and nothing says that this is meant.</summary>
    None,

    /// <summary>What decides is not in this compilation, or is code whose decision nobody can read off.</summary>
    Unknown,

    /// <summary>Anybody may call, and something says so.</summary>
    Anonymous,

    /// <summary>Whoever has signed in.</summary>
    Authenticated,

    /// <summary>Who has a role, claim or policy that others have not.</summary>
    Privileged,
}
