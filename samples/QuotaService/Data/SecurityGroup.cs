namespace QuotaService.Data;

/// <summary>Firewall rules; a shared group may be attached to instances of every project.</summary>
public sealed class SecurityGroup
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string ProjectId { get; set; }

    public required string UserId { get; set; }

    public bool IsShared { get; set; }
}
