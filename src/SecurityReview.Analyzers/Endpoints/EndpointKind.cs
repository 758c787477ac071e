namespace SecurityReview.Analyzers.Endpoints;

/// <summary>How a remote caller reaches a method.</summary>
internal enum EndpointKind
{
    /// <summary>An action of an MVC or API controller.</summary>
    Action,

    /// <summary>A handler of a Razor Page.</summary>
    PageHandler,

    /// <summary>A lambda, local function or method group given to a <c>Map…</c> call.</summary>
    RouteHandler,

    /// <summary>A method of a SignalR hub.</summary>
    HubMethod,

    /// <summary>A method of a gRPC service.</summary>
    GrpcMethod,
}
