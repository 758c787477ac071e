using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using QuotaService.Data;
using QuotaService.Quotas;
using QuotaService.Security;

namespace QuotaService.Endpoints;

/// <summary>What users hold of their project's quota.</summary>
public static class ReservationEndpoints
{
    public static void MapReservations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/reservations").RequireAuthorization();
        group.MapGet("", ListByResource);
        group.MapGet("/of-user/{userId}", ListByUser);
        group.MapGet("/{id:int}/quota", GetQuota);
        group.MapPost("", Reserve);
        group.MapDelete("/{id:int}", Release);
        group.MapPost("/purge", Purge).RequireAuthorization(Policies.Admin);

        app.MapDelete("/projects/{projectId}/reservations", ReleaseAll).RequireAuthorization(Policies.Admin);
    }

    private static async Task<IResult> ListByResource(
        HttpRequest request, RequestContext context, QuotaConnections connections, CancellationToken cancellation)
    {
        var resource = request.Query["resource"].ToString();

        await using var connection = await connections.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, ProjectId, UserId, Resource, Amount FROM Reservations"
            + " WHERE ProjectId = @projectId AND Resource = '" + resource + "' ORDER BY Id";
        command.Parameters.AddWithValue("@projectId", context.ProjectId);
        return Results.Ok(await ReadAsync(command, cancellation));
    }

    private static async Task<IResult> ListByUser(
        string userId, RequestContext context, QuotaConnections connections, CancellationToken cancellation)
    {
        await using var connection = await connections.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, ProjectId, UserId, Resource, Amount FROM Reservations"
            + " WHERE ProjectId = @projectId AND UserId = @userId ORDER BY Id";
        command.Parameters.AddWithValue("@projectId", context.ProjectId);
        command.Parameters.AddWithValue("@userId", userId);
        return Results.Ok(await ReadAsync(command, cancellation));
    }

    private static async Task<IResult> GetQuota(
        int id, RequestContext context, QuotaDbContext db, QuotaStore quotas, CancellationToken cancellation)
    {
        var reservation = await db.Reservations.AsNoTracking().SingleOrDefaultAsync(
            candidate => candidate.Id == id && (context.IsAdmin || candidate.ProjectId == context.ProjectId), cancellation);
        if (reservation is null)
        {
            return Results.NotFound();
        }

        var owner = QuotaOwners.IdsFromReservation(context, reservation);
        return Results.Ok(new QuotaView(owner.ProjectId, owner.UserId, await quotas.GetLimitsAsync(owner, cancellation)));
    }

    private static async Task<IResult> Reserve(
        ReservationRequest request, RequestContext context, ReservationStore reservations, CancellationToken cancellation)
    {
        if (!Resources.All.Contains(request.Resource) || request.Amount <= 0)
        {
            return Results.Problem("Ask for a known resource and for more than nothing.", statusCode: StatusCodes.Status400BadRequest);
        }

        var owner = new QuotaOwner(context.ProjectId, context.UserId);
        var reservation = await reservations.ReserveAsync(owner, request.Resource, request.Amount, cancellation);
        return Results.Created($"/reservations/{reservation.Id}", reservation);
    }

    private static async Task<IResult> Release(
        int id, RequestContext context, ReservationStore reservations, CancellationToken cancellation)
    {
        await reservations.ReleaseAsync(new QuotaOwner(context.ProjectId, context.UserId), id, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> ReleaseAll(string projectId, ReservationStore reservations, CancellationToken cancellation)
    {
        await reservations.ReleaseAllAsync(projectId, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> Purge(ReservationStore reservations, CancellationToken cancellation)
    {
        var purged = await reservations.PurgeExpiredAsync(cancellation);
        return Results.Ok(new { purged });
    }

    private static async Task<List<ReservationView>> ReadAsync(SqliteCommand command, CancellationToken cancellation)
    {
        var reservations = new List<ReservationView>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            reservations.Add(ReservationView.From(reader));
        }

        return reservations;
    }
}
