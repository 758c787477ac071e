using System.Security.Claims;
using Tenants.Services;

namespace Tenants.Security;

/// <summary>Notes when somebody was here: his id, and nothing of the request.</summary>
public class LastSeenMiddleware(RequestDelegate next, ActivityLog activity)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } userId)
        {
            activity.Note(userId);
        }

        await next(context);
    }
}
