using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Tenants.Data;
using Tenants.Security;

namespace Tenants.Hubs;

[Authorize]
public class TicketHub(AppDbContext db) : Hub
{
    public async Task Watch(int ticketId)
    {
        var ticket = await db.Tickets.FindAsync(ticketId);
        if (ticket is null || ticket.CreatedById != Context.User!.GetUserId())
        {
            throw new HubException("There is no such ticket.");
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, $"ticket-{ticket.Id}");
        await Clients.Caller.SendAsync("ticket", ticket);
    }

    public async Task Reopen(int ticketId)
    {
        var me = Context.User!.GetUserId();
        var ticket = await db.Tickets.SingleOrDefaultAsync(found => found.Id == ticketId && found.CreatedById == me);
        if (ticket is null)
        {
            return;
        }

        ticket.State = TicketState.Open;
        await db.SaveChangesAsync();
    }

    public async Task<int> CountMine() => await db.Tickets.CountAsync(ticket => ticket.CreatedById == Context.User!.GetUserId());

    public async Task Say(int ticketId, string text)
    {
        var me = Context.User!.GetUserId();
        if (!await db.Tickets.AnyAsync(ticket => ticket.Id == ticketId && ticket.CreatedById == me))
        {
            return;
        }

        db.Comments.Add(new TicketComment { TicketId = ticketId, AuthorId = me, Text = text });
        await db.SaveChangesAsync();
    }
}
