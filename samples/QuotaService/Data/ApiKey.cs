namespace QuotaService.Data;

/// <summary>A caller's key; only its hash is stored.</summary>
public sealed class ApiKey
{
    public int Id { get; set; }

    public required string Hash { get; set; }

    public required string ProjectId { get; set; }

    public required string UserId { get; set; }

    public bool IsAdmin { get; set; }
}
