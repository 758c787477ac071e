using Microsoft.EntityFrameworkCore;
using QuotaService.Data;

namespace QuotaService.Quotas;

/// <summary>Reads and writes the limits of projects and users.</summary>
public sealed class QuotaStore(QuotaDbContext db)
{
    /// <summary>The limits of a user in a project: their own, else the project's, else those of the default class.</summary>
    public async Task<QuotaLimits> GetLimitsAsync(QuotaOwner owner, CancellationToken cancellation)
    {
        var user = await FindUserQuotaAsync(owner, cancellation);
        return user?.Limits ?? await GetProjectLimitsAsync(owner.ProjectId, cancellation);
    }

    public async Task<QuotaLimits> GetProjectLimitsAsync(string projectId, CancellationToken cancellation)
    {
        var project = await db.ProjectQuotas.AsNoTracking()
            .SingleOrDefaultAsync(quota => quota.ProjectId == projectId, cancellation);
        if (project is not null)
        {
            return project.Limits;
        }

        // TODO: keep the default class in memory, it hardly ever changes
        var defaults = await db.QuotaClasses.AsNoTracking()
            .SingleAsync(quotaClass => quotaClass.Name == QuotaClass.DefaultName, cancellation);
        return defaults.Limits;
    }

    public Task<UserQuota?> FindUserQuotaAsync(QuotaOwner owner, CancellationToken cancellation) =>
        db.UserQuotas.AsNoTracking()
            .SingleOrDefaultAsync(quota => quota.ProjectId == owner.ProjectId && quota.UserId == owner.UserId, cancellation);

    public async Task CreateAsync(ProjectQuota quota, CancellationToken cancellation)
    {
        db.ProjectQuotas.Add(quota);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task CreateAsync(UserQuota quota, CancellationToken cancellation)
    {
        db.UserQuotas.Add(quota);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task<bool> UpdateProjectAsync(string projectId, QuotaLimits limits, CancellationToken cancellation)
    {
        var rows = await db.ProjectQuotas
            .Where(quota => quota.ProjectId == projectId)
            .ExecuteUpdateAsync(update => update.SetProperty(quota => quota.Limits, limits), cancellation);
        return rows > 0;
    }

    public async Task<bool> UpdateUserAsync(QuotaOwner owner, QuotaLimits limits, CancellationToken cancellation)
    {
        var rows = await db.UserQuotas
            .Where(quota => quota.ProjectId == owner.ProjectId && quota.UserId == owner.UserId)
            .ExecuteUpdateAsync(update => update.SetProperty(quota => quota.Limits, limits), cancellation);
        return rows > 0;
    }

    public async Task DestroyByProjectAsync(string projectId, CancellationToken cancellation)
    {
        await db.ProjectQuotas
            .Where(quota => quota.ProjectId == projectId)
            .ExecuteDeleteAsync(cancellation);
    }
}
