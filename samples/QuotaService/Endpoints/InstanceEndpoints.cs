using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>The instances of the caller's project, and whose quota each of them counts against.</summary>
public static class InstanceEndpoints
{
    public static void MapInstances(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/instances").RequireAuthorization();
        group.MapGet("", FindByName);
        group.MapGet("/by-flavor/{flavor}", FindByFlavor);
        group.MapGet("/{id:int}/quota", GetQuota);
    }

    private static async Task<IResult> FindByName(string name, RequestContext context, QuotaDbContext db, CancellationToken cancellation)
    {
        var instances = await db.Instances
            .FromSqlRaw($"SELECT Id, Name, Flavor, ProjectId, UserId, ServerGroupId FROM Instances WHERE Name = '{name}'")
            .AsNoTracking()
            .Where(instance => instance.ProjectId == context.ProjectId)
            .ToListAsync(cancellation);
        return Results.Ok(instances);
    }

    private static async Task<IResult> FindByFlavor(string flavor, RequestContext context, QuotaDbContext db, CancellationToken cancellation)
    {
        var instances = await db.Instances
            .FromSql($"SELECT Id, Name, Flavor, ProjectId, UserId, ServerGroupId FROM Instances WHERE Flavor = {flavor} COLLATE NOCASE")
            .AsNoTracking()
            .Where(instance => instance.ProjectId == context.ProjectId)
            .ToListAsync(cancellation);
        return Results.Ok(instances);
    }

    private static async Task<IResult> GetQuota(
        int id, RequestContext context, QuotaDbContext db, QuotaStore quotas, CancellationToken cancellation)
    {
        var instance = await db.Instances.AsNoTracking().SingleOrDefaultAsync(
            candidate => candidate.Id == id && (context.IsAdmin || candidate.ProjectId == context.ProjectId), cancellation);
        if (instance is null)
        {
            return Results.NotFound();
        }

        var owner = QuotaOwners.IdsFromInstance(context, instance);
        return Results.Ok(new QuotaView(owner.ProjectId, owner.UserId, await quotas.GetLimitsAsync(owner, cancellation)));
    }
}
