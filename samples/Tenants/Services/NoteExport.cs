using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Services;

/// <summary>Writes what somebody wrote to a file; it runs behind the request, for whoever asked.</summary>
public class NoteExport(AppDbContext db)
{
    public async Task<int> WriteAsync(CallerContext caller, string? text, Stream target, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(caller.UserId))
        {
            throw new UnauthorizedAccessException("An export is always somebody's.");
        }

        var notes = db.Notes.Where(note => note.UserId == caller.UserId);
        if (!string.IsNullOrEmpty(text))
        {
            notes = notes.Where(note => note.Text.Contains(text));
        }

        var found = await notes.ToListAsync(cancellation);
        await using var writer = new StreamWriter(target, leaveOpen: true);
        foreach (var note in found)
        {
            await writer.WriteLineAsync(note.Text);
        }

        return found.Count;
    }

    public async Task<List<Invoice>> InvoicesAsync(CallerContext caller, CancellationToken cancellation)
    {
        if (caller.TenantId is not { } tenant)
        {
            return [];
        }

        return await db.Invoices.IgnoreQueryFilters().Where(invoice => invoice.TenantId == tenant).ToListAsync(cancellation);
    }

    public async Task<List<string>> UploadsAsync(CallerContext caller, CancellationToken cancellation)
    {
        if (caller.UserId is null)
        {
            return [];
        }

        return await db.Uploads.Where(upload => upload.OwnerId == caller.UserId).Select(upload => upload.Name).ToListAsync(cancellation);
    }
}
