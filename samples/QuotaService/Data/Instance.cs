namespace QuotaService.Data;

public sealed class Instance
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Flavor { get; set; }

    public required string ProjectId { get; set; }

    public required string UserId { get; set; }

    public int? ServerGroupId { get; set; }
}
