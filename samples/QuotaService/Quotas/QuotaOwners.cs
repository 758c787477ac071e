using QuotaService.Data;
using QuotaService.Security;

namespace QuotaService.Quotas;

/// <summary>Works out whose quota applies when a request names something that has an owner of its own.</summary>
public static class QuotaOwners
{
    public static QuotaOwner IdsFromInstance(RequestContext context, Instance instance)
    {
        string projectId;
        if (context.IsAdmin && context.ProjectId != instance.ProjectId)
        {
            projectId = instance.ProjectId;
        }
        else
        {
            projectId = context.ProjectId;
        }

        string userId;
        if (context.UserId != instance.UserId)
        {
            userId = instance.UserId;
        }
        else
        {
            userId = context.UserId;
        }

        return new QuotaOwner(projectId, userId);
    }

    public static QuotaOwner IdsFromSecurityGroup(RequestContext context, SecurityGroup group)
    {
        var projectId = context.ProjectId != group.ProjectId ? group.ProjectId : context.ProjectId;
        var userId = context.IsAdmin && context.UserId != group.UserId ? group.UserId : context.UserId;

        return new QuotaOwner(projectId, userId);
    }

    public static QuotaOwner IdsFromServerGroup(RequestContext context, ServerGroup group)
    {
        string projectId;
        if (context.ProjectId == group.ProjectId)
        {
            projectId = context.ProjectId;
        }
        else
        {
            projectId = group.ProjectId;
        }

        return new QuotaOwner(projectId, context.UserId);
    }

    public static QuotaOwner IdsFromReservation(RequestContext context, Reservation reservation)
    {
        if (context.ProjectId != reservation.ProjectId && !context.IsAdmin)
        {
            throw new UnauthorizedAccessException("The reservation belongs to another project.");
        }

        if (context.UserId != reservation.UserId && !context.IsAdmin)
        {
            throw new UnauthorizedAccessException("The reservation belongs to another user.");
        }

        return new QuotaOwner(reservation.ProjectId, reservation.UserId);
    }

    public static QuotaOwner IdsFromRoute(RequestContext context, string projectId, string userId)
    {
        if (!context.CanAccessUser(projectId, userId))
        {
            throw new UnauthorizedAccessException("The quota belongs to somebody else.");
        }

        return new QuotaOwner(projectId, userId);
    }
}
