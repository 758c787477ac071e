using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
var app = builder.Build();
app.UseAuthorization();
app.MapControllers();
app.Run(); // expect SECR2004

public static class ErrorSetup
{
    public static IApplicationBuilder UseFriendlyErrors(this IApplicationBuilder app) => app.UseExceptionHandler("/oops");
}

public class FriendlyErrors
{
    private readonly RequestDelegate _next;
    public FriendlyErrors(RequestDelegate next) { _next = next; }

    public async Task InvokeAsync(HttpContext context)
    {
        try { await _next(context); }
        catch (Exception ex)
        {
            Console.Error.WriteLine(ex);
            context.Response.StatusCode = 500;
        }
    }
}
