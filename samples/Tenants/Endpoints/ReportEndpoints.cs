using Tenants.Data;
using Tenants.Repositories;
using Tenants.Security;

namespace Tenants.Endpoints;

public static class ReportEndpoints
{
    public static RouteGroupBuilder MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/reports");
        reports.RequireAuthorization();
        reports.MapGet("", async (ReportStore store, ICurrentUser currentUser) => Results.Ok(await store.ListAsync(currentUser.TenantId)));
        reports.MapGet("/{id:int}", async (int id, ReportStore store, ICurrentUser currentUser) =>
            await store.FindAsync(id, currentUser.TenantId) is { } report ? Results.Ok(report) : Results.NotFound());
        reports.MapPost("", async (NewReport report, ReportStore store, ICurrentUser currentUser) =>
        {
            await store.AddAsync(new Report { Title = report.Title, Content = report.Content, TenantId = currentUser.TenantId });
            return Results.NoContent();
        });
        reports.MapPut("/{id:int}/title", async (int id, NewReport report, ReportStore store, ICurrentUser currentUser) =>
            await store.RenameAsync(id, report.Title, currentUser.TenantId) == 0 ? Results.NotFound() : Results.NoContent());
        reports.MapDelete("/{id:int}", async (int id, ReportStore store, ICurrentUser currentUser) =>
            await store.DeleteAsync(id, currentUser.TenantId) == 0 ? Results.NotFound() : Results.NoContent());
        return reports;
    }

    public record NewReport(string Title, string Content);
}
