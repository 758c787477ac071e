using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>What is in use, next to what is allowed.</summary>
public static class UsageEndpoints
{
    public static void MapUsage(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").RequireAuthorization();
        group.MapGet("/projects/{projectId}/usage", GetForProject);
        group.MapGet("/projects/{projectId}/users/{userId}/usage", GetForUser);
        group.MapGet("/usage/by-user", GetByUser);
    }

    private static async Task<IResult> GetForProject(
        string projectId, RequestContext context, UsageMeter meter, CancellationToken cancellation)
    {
        if (!context.CanAccessProject(projectId))
        {
            return Results.Forbid();
        }

        return Results.Ok(await meter.MeasureProjectAsync(projectId, cancellation));
    }

    private static async Task<IResult> GetForUser(
        string projectId, string userId, RequestContext context, UsageMeter meter, CancellationToken cancellation)
    {
        var owner = QuotaOwners.IdsFromRoute(context, projectId, userId);
        return Results.Ok(await meter.MeasureUserAsync(owner, cancellation));
    }

    private static async Task<IResult> GetByUser(
        string resource, RequestContext context, QuotaDbContext db, CancellationToken cancellation)
    {
        var rows = await db.Database
            .SqlQueryRaw<UserUsageRow>(
                "SELECT ProjectId, UserId, SUM(Amount) AS Used FROM Reservations WHERE Resource = '" + resource + "' GROUP BY ProjectId, UserId")
            .Where(row => row.ProjectId == context.ProjectId)
            .OrderBy(row => row.UserId)
            .ToListAsync(cancellation);
        return Results.Ok(rows);
    }
}
