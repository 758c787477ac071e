using Tenants.Data;
using Tenants.Security;

namespace Tenants.Services;

/// <summary>In whose name something is done to a ticket: the caller's, or for administrators that of whoever opened it.</summary>
public static class TicketActor
{
    public static (string UserId, Guid TenantId) Of(CallerContext caller, Ticket ticket)
    {
        ArgumentException.ThrowIfNullOrEmpty(caller.UserId);
        ArgumentNullException.ThrowIfNull(caller.TenantId);
        var userId = caller.UserId;
        if (caller.UserId != ticket.CreatedById && caller.IsAdmin)
        {
            userId = ticket.CreatedById;
        }

        var tenantId = caller.TenantId.Value;
        if (caller.TenantId != ticket.TenantId)
        {
            if (!caller.IsAdmin)
            {
                throw new UnauthorizedAccessException("The ticket belongs to another tenant.");
            }

            tenantId = ticket.TenantId;
        }

        return (userId, tenantId);
    }
}
