using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>The limits of users within projects: users read their own, operators read and change all.</summary>
public static class UserQuotaEndpoints
{
    private const int ConstraintViolation = 19;

    public static void MapUserQuotas(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/projects/{projectId}/users/{userId}/quota").RequireAuthorization();
        group.MapGet("", Get);
        group.MapPost("", Create).RequireAuthorization(Policies.Admin);
        group.MapPut("", Update).RequireAuthorization(Policies.Admin);
        group.MapDelete("", Destroy).RequireAuthorization(Policies.Admin);
    }

    private static async Task<IResult> Get(
        string projectId, string userId, RequestContext context, QuotaStore quotas, CancellationToken cancellation)
    {
        if (!context.CanAccessUser(projectId, userId))
        {
            return Results.Forbid();
        }

        var limits = await quotas.GetLimitsAsync(new QuotaOwner(projectId, userId), cancellation);
        return Results.Ok(new QuotaView(projectId, userId, limits));
    }

    private static async Task<IResult> Create(
        string projectId, string userId, QuotaLimits limits, QuotaStore quotas, ILogger<Program> logger, CancellationToken cancellation)
    {
        var problems = limits.FindProblems();
        if (problems.Count > 0)
        {
            return Results.ValidationProblem(problems);
        }

        try
        {
            await quotas.CreateAsync(new UserQuota { ProjectId = projectId, UserId = userId, Limits = limits }, cancellation);
        }
        catch (DbUpdateException ex) when (ex.InnerException is SqliteException { SqliteErrorCode: ConstraintViolation })
        {
            logger.LogWarning(ex, "A user quota was created twice.");
            return Results.Problem("The user has a quota in this project already.", statusCode: StatusCodes.Status409Conflict);
        }

        return Results.Created($"/projects/{Uri.EscapeDataString(projectId)}/users/{Uri.EscapeDataString(userId)}/quota", limits);
    }

    private static async Task<IResult> Update(
        string projectId, string userId, QuotaLimits limits, QuotaStore quotas, CancellationToken cancellation)
    {
        var problems = limits.FindProblems();
        if (problems.Count > 0)
        {
            return Results.ValidationProblem(problems);
        }

        var updated = await quotas.UpdateUserAsync(new QuotaOwner(projectId, userId), limits, cancellation);
        return updated ? Results.NoContent() : Results.NotFound();
    }

    private static async Task<IResult> Destroy(
        string projectId, string userId, QuotaDbContext db, CancellationToken cancellation)
    {
        await db.UserQuotas
            .Where(quota => quota.ProjectId == projectId && quota.UserId == userId)
            .ExecuteDeleteAsync(cancellation);
        return Results.NoContent();
    }
}
