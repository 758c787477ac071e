using System.Security.Claims;

namespace Tenants.Security;

public static class ClaimsPrincipalExtensions
{
    public const string TenantClaim = "tenant_id";

    public static string GetUserId(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new UnauthorizedAccessException("The user has no id.");

    public static Guid GetTenantId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(TenantClaim), out var tenant) ? tenant : throw new UnauthorizedAccessException("The user has no tenant.");
}
