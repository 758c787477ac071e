using Microsoft.EntityFrameworkCore;

namespace QuotaService.Data;

/// <summary>The limits of one user within one project.</summary>
[PrimaryKey(nameof(ProjectId), nameof(UserId))]
public sealed class UserQuota
{
    public required string ProjectId { get; set; }

    public required string UserId { get; set; }

    public required QuotaLimits Limits { get; set; }
}
