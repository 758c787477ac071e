namespace QuotaService.Data;

/// <summary>A placement rule for instances; its members may come from several projects.</summary>
public sealed class ServerGroup
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Policy { get; set; }

    public required string ProjectId { get; set; }

    public required string UserId { get; set; }

    public List<Instance> Members { get; } = [];
}
