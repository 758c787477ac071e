using System.Data;
using Dapper;
using Microsoft.EntityFrameworkCore;
using QuotaService.Data;

namespace QuotaService.Quotas;

/// <summary>Takes and gives back amounts of resources.</summary>
public sealed class ReservationStore(QuotaDbContext db, QuotaConnections connections, UsageMeter meter)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Reserves the amount. Two requests at once cannot both take the last room: the transaction is serializable.</summary>
    public async Task<Reservation> ReserveAsync(QuotaOwner owner, string resource, int amount, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        await meter.RequireRoomAsync(owner, resource, amount, cancellation);

        var now = DateTime.UtcNow;
        var reservation = new Reservation
        {
            ProjectId = owner.ProjectId,
            UserId = owner.UserId,
            Resource = resource,
            Amount = amount,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        db.Reservations.Add(reservation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return reservation;
    }

    /// <summary>Gives one reservation of the owner back.</summary>
    public async Task ReleaseAsync(QuotaOwner owner, int id, CancellationToken cancellation)
    {
        await using var connection = await connections.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "DELETE FROM Reservations WHERE Id = @id AND ProjectId = @ProjectId AND UserId = @UserId",
            new { id, owner.ProjectId, owner.UserId });
    }

    /// <summary>Gives back everything that a project holds, which may be nothing.</summary>
    public async Task ReleaseAllAsync(string projectId, CancellationToken cancellation)
    {
        await db.Reservations
            .Where(reservation => reservation.ProjectId == projectId)
            .ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Drops what has expired and tells how many that were.</summary>
    public Task<int> PurgeExpiredAsync(CancellationToken cancellation)
    {
        // TODO #123 run this every hour, not only on request
        var now = DateTime.UtcNow;
        return db.Reservations.Where(reservation => reservation.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
    }
}
