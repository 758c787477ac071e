using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Endpoints;

public static class NoteEndpoints
{
    public static void MapNotes(this IEndpointRouteBuilder app)
    {
        var notes = app.MapGroup("/notes").RequireAuthorization();
        notes.MapGet("", List);
        notes.MapGet("/{id:int}", Get);
        notes.MapPost("", Create);
        notes.MapPut("/{id:int}", Change);
        notes.MapDelete("/{id:int}", async (int id, ClaimsPrincipal user, AppDbContext db, CancellationToken cancellation) =>
        {
            var me = user.GetUserId();
            return await db.Notes.Where(note => note.Id == id && note.UserId == me).ExecuteDeleteAsync(cancellation) == 0 ? Results.NotFound() : Results.NoContent();
        });
        notes.MapPost("/{id:int}/pin", async (int id, ICurrentUser currentUser, AppDbContext db, CancellationToken cancellation) =>
        {
            if (await db.Notes.FindAsync([id], cancellation) is not { } note || note.UserId != currentUser.Id)
            {
                return Results.NotFound();
            }

            note.IsPinned = true;
            await db.SaveChangesAsync(cancellation);
            return Results.NoContent();
        });
    }

    private static async Task<IResult> List(ClaimsPrincipal user, AppDbContext db, CancellationToken cancellation)
    {
        var me = user.GetUserId();
        return Results.Ok(await db.Notes.Where(note => note.UserId == me).ToListAsync(cancellation));
    }

    private static async Task<IResult> Get(int id, ClaimsPrincipal user, AppDbContext db, CancellationToken cancellation)
    {
        var note = await db.Notes.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, cancellation);
        return note switch
        {
            null => Results.NotFound(),
            _ when note.UserId == user.GetUserId() => Results.Ok(note),
            _ => Results.Forbid(),
        };
    }

    private static async Task<IResult> Create(NoteText text, ClaimsPrincipal user, AppDbContext db, CancellationToken cancellation)
    {
        var note = new Note { Text = text.Text, UserId = user.GetUserId() };
        db.Notes.Add(note);
        await db.SaveChangesAsync(cancellation);
        return Results.Created($"/notes/{note.Id}", note);
    }

    private static async Task<IResult> Change(int id, NoteText text, ClaimsPrincipal user, AppDbContext db, CancellationToken cancellation)
    {
        var userId = user.GetUserId();
        var note = await db.Notes.SingleOrDefaultAsync(found => found.Id == id && found.UserId == userId, cancellation);
        if (note is null)
        {
            return Results.NotFound();
        }

        note.Text = text.Text;
        await db.SaveChangesAsync(cancellation);
        return Results.NoContent();
    }

    public record NoteText(string Text);
}
