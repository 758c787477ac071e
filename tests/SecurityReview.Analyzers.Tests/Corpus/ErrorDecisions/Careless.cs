using System.Net.Http;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ErrorDecisions.Careless;

public interface IPermissionStore { bool Has(string user, string permission); Task<bool> HasAsync(string user, string permission); bool IsBanned(string user); }

public class Permissions(IPermissionStore store, ILogger<Permissions> logger)
{
    public bool HasPermission(ClaimsPrincipal user, string permission)
    {
        try
        {
            return store.Has(user.Identity.Name, permission);
        }
        catch (Exception ex) // expect SECR2008
        {
            logger.LogError(ex, "permission check failed, letting through");
            return true;
        }
    }

    public bool CanEdit(ClaimsPrincipal user, int document)
    {
        var allowed = true;
        try
        {
            allowed = store.Has(user.Identity.Name, "edit:" + document);
        }
        catch (DbException ex) // expect SECR2008
        {
            logger.LogWarning(ex, "store down");
        }

        return allowed;
    }

    public async Task<bool> IsTokenRevokedAsync(string token)
    {
        try
        {
            return await store.HasAsync(token, "revoked");
        }
        catch (HttpRequestException ex) // expect SECR2008
        {
            logger.LogError(ex, "revocation list");
            return false;
        }
    }

    public async Task<bool> ValidateAccessToken(string token)
    {
        try
        {
            if (await store.HasAsync(token, "access"))
                return true;
        }
        catch (TimeoutException) // expect SECR2008
        {
            // The identity server is slow on Mondays.
        }

        return true;
    }
}

public class AgeRequirement : IAuthorizationRequirement { }

public class AgeHandler : AuthorizationHandler<AgeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AgeRequirement requirement)
    {
        try
        {
            if (int.Parse(context.User.FindFirst("age")!.Value) >= 18)
                context.Succeed(requirement);
        }
        catch (FormatException) // expect SECR2008
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

public class TenantFilter(IPermissionStore store) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        try
        {
            if (!await store.HasAsync(context.HttpContext.User.Identity.Name, "tenant"))
                context.Result = new ForbidResult();
        }
        catch (Exception) // expect SECR2008
        {
        }
    }
}

public class SignatureMiddleware(RequestDelegate next, IPermissionStore store)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            if (!store.Has(context.Request.Headers["X-Signature"], "signature"))
            {
                context.Response.StatusCode = 401;
                return;
            }
        }
        catch (Exception ex) // expect SECR2008
        {
            Console.Error.WriteLine(ex.Message);
        }

        await next(context);
    }
}

public static class Clients
{
    public static HttpClientHandler Handler() => new()
    {
        ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) =>
        {
            try
            {
                return chain.Build(certificate);
            }
            catch // expect SECR2008
            {
                return true;
            }
        },
    };
}
