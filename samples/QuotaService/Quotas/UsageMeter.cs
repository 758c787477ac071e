using Microsoft.EntityFrameworkCore;
using QuotaService.Data;

namespace QuotaService.Quotas;

/// <summary>Compares what is in use with what is allowed.</summary>
public sealed class UsageMeter(QuotaDbContext db, QuotaStore quotas)
{
    public async Task<IReadOnlyList<ResourceUsage>> MeasureProjectAsync(string projectId, CancellationToken cancellation)
    {
        var limits = await quotas.GetProjectLimitsAsync(projectId, cancellation);
        var used = await SumAsync(db.Reservations.Where(reservation => reservation.ProjectId == projectId), cancellation);
        return Compare(used, limits);
    }

    public async Task<IReadOnlyList<ResourceUsage>> MeasureUserAsync(QuotaOwner owner, CancellationToken cancellation)
    {
        var limits = await quotas.GetLimitsAsync(owner, cancellation);
        var held = db.Reservations.Where(reservation => reservation.ProjectId == owner.ProjectId && reservation.UserId == owner.UserId);
        return Compare(await SumAsync(held, cancellation), limits);
    }

    /// <summary>Throws if the amount does not fit into what is left for the project or for the user.</summary>
    public async Task RequireRoomAsync(QuotaOwner owner, string resource, int amount, CancellationToken cancellation)
    {
        /* FIXME: the scheduler counts memory in MiB, this counts it in MB */
        var project = await MeasureProjectAsync(owner.ProjectId, cancellation);
        var user = await MeasureUserAsync(owner, cancellation);

        foreach (var usage in project.Concat(user).Where(usage => usage.Resource == resource))
        {
            if (usage.Limit != QuotaLimits.Unlimited && usage.Used + (long)amount > usage.Limit)
            {
                throw new QuotaExceededException(resource, amount, usage.Used, usage.Limit);
            }
        }
    }

    private static Task<Dictionary<string, int>> SumAsync(IQueryable<Reservation> reservations, CancellationToken cancellation) =>
        reservations
            .GroupBy(reservation => reservation.Resource)
            .Select(group => new { Resource = group.Key, Used = group.Sum(reservation => reservation.Amount) })
            .ToDictionaryAsync(sum => sum.Resource, sum => sum.Used, cancellation);

    private static List<ResourceUsage> Compare(Dictionary<string, int> used, QuotaLimits limits) =>
        [.. Resources.All.Select(resource => new ResourceUsage(resource, used.GetValueOrDefault(resource), limits.For(resource)))];
}
