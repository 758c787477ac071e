namespace QuotaService.Data;

/// <summary>An amount of a resource that a user holds in a project.</summary>
public sealed class Reservation
{
    public int Id { get; set; }

    public required string ProjectId { get; set; }

    public required string UserId { get; set; }

    public required string Resource { get; set; }

    public int Amount { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime ExpiresAt { get; set; }
}
