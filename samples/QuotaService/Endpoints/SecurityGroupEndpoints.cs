using Dapper;
using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>Security groups of the caller's project, and those that other projects share.</summary>
public static class SecurityGroupEndpoints
{
    public static void MapSecurityGroups(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/security-groups").RequireAuthorization();
        group.MapGet("", Search);
        group.MapGet("/shared", SearchShared);
        group.MapGet("/{id:int}/quota", GetQuota);
    }

    private static async Task<IResult> Search(string q, RequestContext context, QuotaConnections connections, CancellationToken cancellation)
    {
        await using var connection = await connections.OpenAsync(cancellation);
        var groups = await connection.QueryAsync<SecurityGroupRow>(
            $"SELECT Id, Name, ProjectId FROM SecurityGroups WHERE ProjectId = @ProjectId AND Name LIKE '%{q}%' ORDER BY Id",
            new { context.ProjectId });
        return Results.Ok(groups);
    }

    private static async Task<IResult> SearchShared(string q, QuotaConnections connections, CancellationToken cancellation)
    {
        await using var connection = await connections.OpenAsync(cancellation);
        var groups = await connection.QueryAsync<SecurityGroupRow>(
            "SELECT Id, Name, ProjectId FROM SecurityGroups WHERE IsShared = 1 AND Name LIKE @pattern ORDER BY Id",
            new { pattern = "%" + q + "%" });
        return Results.Ok(groups);
    }

    private static async Task<IResult> GetQuota(
        int id, RequestContext context, QuotaDbContext db, QuotaStore quotas, CancellationToken cancellation)
    {
        var group = await db.SecurityGroups.AsNoTracking().SingleOrDefaultAsync(
            candidate => candidate.Id == id
                && (context.IsAdmin || candidate.IsShared || candidate.ProjectId == context.ProjectId),
            cancellation);
        if (group is null)
        {
            return Results.NotFound();
        }

        var owner = QuotaOwners.IdsFromSecurityGroup(context, group);
        return Results.Ok(new QuotaView(owner.ProjectId, owner.UserId, await quotas.GetLimitsAsync(owner, cancellation)));
    }

    private sealed class SecurityGroupRow
    {
        public int Id { get; init; }

        public string Name { get; init; } = "";

        public string ProjectId { get; init; } = "";
    }
}
