using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Repositories;
using Tenants.Security;

namespace Tenants.Endpoints;

public class KeyEndpoints(AppDbContext db, ICurrentUser currentUser, KeyUsageReader usage)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/keys", (KeyEndpoints keys, CancellationToken cancellation) => keys.List(cancellation)).RequireAuthorization();
        app.MapGet("/keys/{id:guid}/label", (Guid id, KeyEndpoints keys, CancellationToken cancellation) => keys.Label(id, cancellation)).RequireAuthorization();
        app.MapDelete("/keys/{id:guid}", (Guid id, KeyEndpoints keys, CancellationToken cancellation) => keys.Revoke(id, cancellation)).RequireAuthorization();
        app.MapDelete("/admin/keys/{id:guid}", (Guid id, KeyEndpoints keys, CancellationToken cancellation) => keys.RevokeAny(id, cancellation))
            .RequireAuthorization(policy => policy.RequireRole(Roles.Admin));
    }

    private async Task<Ok<List<AccessKey>>> List(CancellationToken cancellation) =>
        TypedResults.Ok(await db.Keys.Where(key => key.UserId == currentUser.Id && key.RevokedAt == null).ToListAsync(cancellation));

    private async Task<Results<Ok<string>, NotFound>> Label(Guid id, CancellationToken cancellation) =>
        await usage.LabelAsync(id, currentUser.Id, cancellation) is { } label ? TypedResults.Ok(label) : TypedResults.NotFound();

    private async Task<Results<NoContent, NotFound>> Revoke(Guid id, CancellationToken cancellation)
    {
        var key = await db.Keys.FirstOrDefaultAsync(found => found.Id == id, cancellation);
        if (key is null || !string.Equals(key.UserId, currentUser.Id, StringComparison.Ordinal))
        {
            return TypedResults.NotFound();
        }

        key.RevokedAt = DateTimeOffset.UtcNow;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private async Task<Results<NoContent, NotFound>> RevokeAny(Guid id, CancellationToken cancellation)
    {
        var key = await db.Keys.FirstOrDefaultAsync(found => found.Id == id, cancellation);
        if (key is null)
        {
            return TypedResults.NotFound();
        }

        key.RevokedAt = DateTimeOffset.UtcNow;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
