using System.Net.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ErrorDecisions.Careful;

public interface IRoles { bool Has(string user, string role); Task<bool> HasAsync(string user, string role); }

public class RoleChecks(IRoles roles, ILogger<RoleChecks> logger)
{
    public bool IsInRole(ClaimsPrincipal user, string role)
    {
        try
        {
            return roles.Has(user.Identity.Name, role);
        }
        catch (DbException ex)
        {
            logger.LogError(ex, "roles");
            return false;
        }
    }

    public bool IsRevoked(string token)
    {
        try
        {
            return roles.Has(token, "revoked");
        }
        catch (IOException ex)
        {
            logger.LogError(ex, "list");
            return true;
        }
    }

    public bool CanAccess(ClaimsPrincipal user, int file)
    {
        var allowed = false;
        try
        {
            allowed = roles.Has(user.Identity.Name, "file:" + file);
        }
        catch (DbException ex)
        {
            logger.LogError(ex, "file {File}", file);
        }

        return allowed;
    }

    public async Task<bool> AuthorizeAsync(ClaimsPrincipal user)
    {
        try
        {
            return await roles.HasAsync(user.Identity.Name, "any");
        }
        catch (HttpRequestException ex)
        {
            throw new UnauthorizedAccessException("The roles are not known.", ex);
        }
    }

    public bool IsFeatureEnabled(string feature)
    {
        try
        {
            return roles.Has("features", feature);
        }
        catch (IOException ex)
        {
            logger.LogWarning(ex, "feature {Feature} stays on", feature);
            return true;
        }
    }

    public bool CanRetry(int attempt)
    {
        try
        {
            return attempt < int.Parse(Environment.GetEnvironmentVariable("RETRIES") ?? "3");
        }
        catch (FormatException)
        {
            return true;
        }
    }

    public bool HasChanges(string path)
    {
        try
        {
            return File.GetLastWriteTimeUtc(path) > DateTime.UtcNow.AddHours(-1);
        }
        catch (IOException ex)
        {
            logger.LogWarning(ex, "{Path} is read again", path);
            return true;
        }
    }
}

public class HoursRequirement : IAuthorizationRequirement { }

public class HoursHandler(ILogger<HoursHandler> logger) : AuthorizationHandler<HoursRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HoursRequirement requirement)
    {
        try
        {
            if (TimeOnly.Parse(context.User.FindFirst("until")!.Value) > TimeOnly.FromDateTime(DateTime.Now))
                context.Succeed(requirement);
        }
        catch (FormatException ex)
        {
            logger.LogWarning(ex, "malformed claim");
            context.Fail();
        }

        return Task.CompletedTask;
    }
}

public class RoleFilter(IRoles roles, ILogger<RoleFilter> logger) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        try
        {
            if (roles.Has(context.HttpContext.User.Identity.Name, "admin"))
                return;
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "roles");
        }

        context.Result = new ForbidResult();
    }
}

public class KeyMiddleware(RequestDelegate next, IRoles roles, ILogger<KeyMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var ok = false;
        try
        {
            ok = await roles.HasAsync(context.Request.Headers["X-Key"], "key");
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "keys");
        }

        if (!ok)
        {
            context.Response.StatusCode = 401;
            return;
        }

        await next(context);
    }
}
