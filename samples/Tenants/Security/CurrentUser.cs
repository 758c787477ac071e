namespace Tenants.Security;

/// <summary>The caller of the running request.</summary>
public class CurrentUser(IHttpContextAccessor accessor) : ICurrentUser
{
    public string Id => Principal.GetUserId();

    public Guid TenantId => Principal.GetTenantId();

    public bool IsAdmin => Principal.IsInRole(Roles.Admin);

    private System.Security.Claims.ClaimsPrincipal Principal =>
        accessor.HttpContext is { User: { Identity.IsAuthenticated: true } user } ? user : throw new UnauthorizedAccessException("There is no signed-in user.");
}
