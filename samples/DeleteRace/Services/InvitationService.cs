using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.EntityFrameworkCore;
using Tickets.Data;

namespace Tickets.Services;

public enum Acceptance
{
    Welcome,
    Unknown,
    TooLate,
}

public class InvitationService(TicketShop shop)
{
    public async Task<Acceptance> AcceptAsync(string code, CancellationToken ct)
    {
        var invitation = await shop.Invitations.FirstOrDefaultAsync(i => i.Code == code, ct);
        if (invitation is null)
            return Acceptance.Unknown;

        shop.Guests.Add(new Guest { Email = invitation.Email });
        await shop.SaveChangesAsync(ct);

        shop.Invitations.Remove(invitation); // expect SECR4007
        await shop.SaveChangesAsync(ct);
        return Acceptance.Welcome;
    }

    public async Task<Acceptance> AcceptOnceAsync(string code, CancellationToken ct)
    {
        var invitation = await shop.Invitations.FirstOrDefaultAsync(i => i.Code == code, ct);
        if (invitation is null)
            return Acceptance.Unknown;

        shop.Guests.Add(new Guest { Email = invitation.Email });
        shop.Invitations.Remove(invitation); // right
        try
        {
            await shop.SaveChangesAsync(ct);
            return Acceptance.Welcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Acceptance.TooLate;
        }
    }
}
