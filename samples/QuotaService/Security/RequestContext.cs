using System.Security.Claims;

namespace QuotaService.Security;

/// <summary>Who is calling, and for which project.</summary>
public sealed record RequestContext(string ProjectId, string UserId, bool IsAdmin)
{
    /// <summary>Lets a handler ask for the context as a parameter; it is made from the claims, never from the request's own data.</summary>
    public static ValueTask<RequestContext> BindAsync(HttpContext http) => ValueTask.FromResult(From(http.User));

    public static RequestContext From(ClaimsPrincipal principal) => new(
        Require(principal, QuotaClaims.ProjectId),
        Require(principal, QuotaClaims.UserId),
        principal.IsInRole(Roles.Admin));

    public bool CanAccessProject(string projectId) => IsAdmin || projectId == ProjectId;

    public bool CanAccessUser(string projectId, string userId) => IsAdmin || (projectId == ProjectId && userId == UserId);

    private static string Require(ClaimsPrincipal principal, string claimType) =>
        principal.FindFirstValue(claimType) ?? throw new UnauthorizedAccessException("The caller has no project or user.");
}
