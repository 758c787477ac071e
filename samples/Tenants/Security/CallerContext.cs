namespace Tenants.Security;

/// <summary>Who caused a piece of work that is done later, when the request is long over; work of the system has no user.</summary>
public sealed record CallerContext(string? UserId, Guid? TenantId, bool IsAdmin)
{
    public static CallerContext Of(ICurrentUser currentUser) => new(currentUser.Id, currentUser.TenantId, currentUser.IsAdmin);
}
