// Route values and the path of the request, read in a middleware.
using Microsoft.AspNetCore.Http;

namespace Shop.Middleware;

public class VisitMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SqliteConnection connection)
    {
        var path = context.Request.Path.Value ?? "/";
        var culture = context.Request.RouteValues["culture"] as string;
        await connection.ExecuteAsync($"INSERT INTO Visits (Path) VALUES ('{path.Length}/{culture}')"); // reported
        await next(context);
    }
}
//// good twin
// The route value is bound; of the path only its length is put into the text.
using Microsoft.AspNetCore.Http;

namespace Shop.Middleware;

public class VisitMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SqliteConnection connection)
    {
        var path = context.Request.Path.Value ?? "/";
        var culture = context.Request.RouteValues["culture"] as string;
        await connection.ExecuteAsync($"INSERT INTO Visits (Length, Culture) VALUES ({path.Length}, @culture)", new { culture });
        await next(context);
    }
}
