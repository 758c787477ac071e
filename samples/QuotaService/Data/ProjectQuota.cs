using System.ComponentModel.DataAnnotations;

namespace QuotaService.Data;

/// <summary>The limits of a whole project.</summary>
public sealed class ProjectQuota
{
    [Key]
    public required string ProjectId { get; set; }

    public required QuotaLimits Limits { get; set; }
}
