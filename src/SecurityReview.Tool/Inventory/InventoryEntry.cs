using System.Collections.Immutable;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Tool.Reviewing;

namespace SecurityReview.Tool.Inventory;

/// <summary>One endpoint: how it is called, who may call it, and what it does.</summary>
internal sealed record InventoryEntry
{
    public required EndpointKind Kind { get; init; }

    /// <summary>The route, or for hubs and gRPC the name.</summary>
    public required string Route { get; init; }

    /// <summary>The verbs; empty where any is let through, or there are none.</summary>
    public required ImmutableArray<string> Verbs { get; init; }

    /// <summary>The function that answers; empty for a lambda, or where it is not known.</summary>
    public required string Handler { get; init; }

    /// <summary>What a caller must be.</summary>
    public required AuthorizationKind Authorization { get; init; }

    /// <summary>What says so; empty where nothing does.</summary>
    public required string Origin { get; init; }

    /// <summary>The roles that are asked for.</summary>
    public required ImmutableArray<string> Roles { get; init; }

    /// <summary>The entities, tables and collections that it only reads.</summary>
    public required ImmutableArray<string> Loads { get; init; }

    /// <summary>Those that it changes.</summary>
    public required ImmutableArray<string> Changes { get; init; }

    /// <summary>Whether it makes sure that they are the caller's.</summary>
    public required OwnershipAnswer Ownership { get; init; }

    public required CodePlace Place { get; init; }

    /// <summary>The projects that it was seen in, with their target framework where there are several.</summary>
    public required ImmutableArray<string> Projects { get; init; }
}
