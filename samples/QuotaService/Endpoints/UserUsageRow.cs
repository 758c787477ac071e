namespace QuotaService.Endpoints;

/// <summary>How much of one resource a user holds.</summary>
public sealed class UserUsageRow
{
    public required string ProjectId { get; init; }

    public required string UserId { get; init; }

    public int Used { get; init; }
}
