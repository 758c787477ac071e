using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>The limits of projects: members read their own, operators read and change all.</summary>
public static class ProjectQuotaEndpoints
{
    public static void MapProjectQuotas(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/projects/{projectId}/quota").RequireAuthorization();
        group.MapGet("", Get);
        group.MapPost("", Create).RequireAuthorization(Policies.Admin);
        group.MapPut("", Update).RequireAuthorization(Policies.Admin);
        group.MapDelete("", Destroy).RequireAuthorization(Policies.Admin);
    }

    private static async Task<IResult> Get(string projectId, RequestContext context, QuotaStore quotas, CancellationToken cancellation)
    {
        if (!context.CanAccessProject(projectId))
        {
            return Results.Forbid();
        }

        return Results.Ok(await quotas.GetProjectLimitsAsync(projectId, cancellation));
    }

    private static async Task<IResult> Create(
        string projectId, QuotaLimits limits, QuotaStore quotas, ILogger<Program> logger, CancellationToken cancellation)
    {
        var problems = limits.FindProblems();
        if (problems.Count > 0)
        {
            return Results.ValidationProblem(problems);
        }

        try
        {
            await quotas.CreateAsync(new ProjectQuota { ProjectId = projectId, Limits = limits }, cancellation);
        }
        catch (DbUpdateException ex)
        {
            return Results.Problem(detail: ex.ToString(), statusCode: StatusCodes.Status409Conflict);
        }

        logger.LogInformation("A project quota was created.");
        return Results.Created($"/projects/{Uri.EscapeDataString(projectId)}/quota", limits);
    }

    private static async Task<IResult> Update(string projectId, QuotaLimits limits, QuotaStore quotas, CancellationToken cancellation)
    {
        var problems = limits.FindProblems();
        if (problems.Count > 0)
        {
            return Results.ValidationProblem(problems);
        }

        return await quotas.UpdateProjectAsync(projectId, limits, cancellation) ? Results.NoContent() : Results.NotFound();
    }

    private static async Task<IResult> Destroy(string projectId, QuotaStore quotas, CancellationToken cancellation)
    {
        await quotas.DestroyByProjectAsync(projectId, cancellation);
        return Results.NoContent();
    }
}
