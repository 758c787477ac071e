using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Services;

public class TicketService(AppDbContext db, ICurrentUser currentUser) : ITicketService
{
    public Task<List<Ticket>> ListMineAsync(CancellationToken cancellation) =>
        Mine().OrderByDescending(ticket => ticket.Id).ToListAsync(cancellation);

    public Task<Ticket?> FindAsync(int id, CancellationToken cancellation) =>
        db.Tickets.Include(ticket => ticket.Comments).FirstOrDefaultAsync(ticket => ticket.Id == id, cancellation);

    public async Task<Ticket> OpenAsync(NewTicket ticket, string createdById, CancellationToken cancellation)
    {
        var opened = new Ticket { Subject = ticket.Subject, CreatedById = createdById, TenantId = currentUser.TenantId };
        db.Tickets.Add(opened);
        await db.SaveChangesAsync(cancellation);
        return opened;
    }

    public async Task<bool> CloseAsync(int id, CancellationToken cancellation)
    {
        var ticket = await Mine().SingleOrDefaultAsync(found => found.Id == id, cancellation);
        if (ticket is null)
        {
            return false;
        }

        ticket.Close();
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public async Task<TicketComment?> CommentAsync(int id, string text, CancellationToken cancellation)
    {
        var ticket = await db.Tickets.FindAsync([id], cancellation);
        if (ticket is null || !IsVisible(ticket))
        {
            return null;
        }

        var comment = new TicketComment { AuthorId = currentUser.Id, Text = text };
        ticket.Comments.Add(comment);
        await db.SaveChangesAsync(cancellation);
        return comment;
    }

    public async Task<Ticket?> CopyAsync(int id, CancellationToken cancellation)
    {
        var ticket = await db.Tickets.FindAsync([id], cancellation);
        if (ticket is null || !IsVisible(ticket))
        {
            return null;
        }

        var (userId, tenantId) = TicketActor.Of(CallerContext.Of(currentUser), ticket);
        var copy = new Ticket { Subject = ticket.Subject, CreatedById = userId, TenantId = tenantId };
        db.Tickets.Add(copy);
        await db.SaveChangesAsync(cancellation);
        return copy;
    }

    public Task<Attachment?> FindAttachmentAsync(int ticketId, int attachmentId, CancellationToken cancellation) =>
        db.Attachments.FirstOrDefaultAsync(attachment => attachment.Id == attachmentId && attachment.TicketId == ticketId, cancellation);

    private IQueryable<Ticket> Mine() => db.Tickets.Where(ticket => ticket.CreatedById == currentUser.Id);

    private bool IsVisible(Ticket ticket) => ticket.CreatedById == currentUser.Id || (currentUser.IsAdmin && ticket.TenantId == currentUser.TenantId);
}
