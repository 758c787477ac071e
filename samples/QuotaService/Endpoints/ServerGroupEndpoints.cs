using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>Server groups: visible to their project and to every project with an instance in them.</summary>
public static class ServerGroupEndpoints
{
    public static void MapServerGroups(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/server-groups").RequireAuthorization();
        group.MapGet("", List);
        group.MapGet("/{id:int}/quota", GetQuota);
    }

    private static async Task<IResult> List(RequestContext context, QuotaDbContext db, CancellationToken cancellation)
    {
        var groups = await db.ServerGroups.AsNoTracking()
            .Where(group => group.ProjectId == context.ProjectId || group.Members.Any(member => member.ProjectId == context.ProjectId))
            .OrderBy(group => group.Id)
            .Select(group => new { group.Id, group.Name, group.Policy })
            .ToListAsync(cancellation);
        return Results.Ok(groups);
    }

    private static async Task<IResult> GetQuota(
        int id, RequestContext context, QuotaDbContext db, QuotaStore quotas, CancellationToken cancellation)
    {
        var group = await db.ServerGroups.AsNoTracking().SingleOrDefaultAsync(
            candidate => candidate.Id == id
                && (context.IsAdmin
                    || candidate.ProjectId == context.ProjectId
                    || candidate.Members.Any(member => member.ProjectId == context.ProjectId)),
            cancellation);
        if (group is null)
        {
            return Results.NotFound();
        }

        var owner = QuotaOwners.IdsFromServerGroup(context, group);
        return Results.Ok(new QuotaView(owner.ProjectId, owner.UserId, await quotas.GetLimitsAsync(owner, cancellation)));
    }
}
