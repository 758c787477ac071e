// Middleware keeps a header in the items of the request, and a controller composes it.
using Microsoft.AspNetCore.Http;

namespace Shop.Tenants;

public sealed class TenantMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var header = context.Request.Headers["X-Tenant"].ToString();
        context.Items["tenant"] = header;
        return next(context);
    }
}

public class InvoicesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("invoices")]
    public IActionResult Get()
    {
        var tenant = HttpContext.Items["tenant"] as string ?? "none";
        return Ok(connection.Query("SELECT * FROM Invoices WHERE Tenant = '" + tenant + "'")); // reported
    }
}
//// good twin
// The middleware keeps only what is a number.
using Microsoft.AspNetCore.Http;

namespace Shop.Tenants;

public sealed class TenantMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var header = context.Request.Headers["X-Tenant"].ToString();
        context.Items["tenant"] = int.TryParse(header, out var number) ? number.ToString() : "0";
        return next(context);
    }
}

public class InvoicesController(SqliteConnection connection) : ControllerBase
{
    [HttpGet("invoices")]
    public IActionResult Get()
    {
        var tenant = HttpContext.Items["tenant"] as string ?? "none";
        return Ok(connection.Query("SELECT * FROM Invoices WHERE Tenant = '" + tenant + "'"));
    }
}
