using System.Linq;
using System.Security.Claims;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Tickets.Data;

namespace Tickets.Endpoints;

public static class WishlistEndpoints
{
    public static IEndpointRouteBuilder MapWishlists(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/wishlists").RequireAuthorization();

        group.MapDelete("/{id:int}", async (int id, TicketShop shop) =>
            await shop.Wishlists.Where(w => w.WishlistId == id).ExecuteDeleteAsync() == 1 // expect SECR4006
                ? Results.NoContent()
                : Results.NotFound());

        group.MapDelete("/mine/{id:int}", async (int id, ClaimsPrincipal user, TicketShop shop, CancellationToken ct) =>
        {
            var me = user.FindFirstValue(ClaimTypes.NameIdentifier);
            var rows = await shop.Wishlists.Where(w => w.WishlistId == id && w.OwnerId == me).ExecuteDeleteAsync(ct); // right
            return rows == 0 ? Results.NotFound() : Results.NoContent();
        });

        group.MapDelete("/audit", async (TicketShop shop) =>
        {
            var rows = await shop.Audit.ExecuteDeleteAsync(); // expect SECR4006
            return Results.Ok(rows);
        });

        group.MapPost("/audit/purge", PurgeAuditAsync);
        return app;
    }

    private static async Task<IResult> PurgeAuditAsync(TicketShop shop)
    {
        await shop.Audit.ExecuteDeleteAsync(); // right
        return Results.NoContent();
    }
}
