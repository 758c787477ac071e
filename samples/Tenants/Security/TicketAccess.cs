using Microsoft.AspNetCore.Authorization;
using Tenants.Data;

namespace Tenants.Security;

/// <summary>Demands that a ticket is the caller's, or that the caller is an agent of its tenant.</summary>
public class TicketAccess : IAuthorizationRequirement;

public class TicketAccessHandler : AuthorizationHandler<TicketAccess, Ticket>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, TicketAccess requirement, Ticket resource)
    {
        var isAgent = context.User.IsInRole(Roles.Agent) && resource.TenantId == context.User.GetTenantId();
        if (isAgent || resource.CreatedById == context.User.GetUserId())
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
