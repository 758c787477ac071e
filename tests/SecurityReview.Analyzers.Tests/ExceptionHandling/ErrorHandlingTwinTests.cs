using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;
using RuleSet = SecurityReview.Analyzers.Tests.Repository.RuleSet;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>
/// One web application twice: with handler, middleware, filters and exception types written the recommended way, where every rule of the family is silent, and in a
/// hurry, where each has its finding.
/// </summary>
public class ErrorHandlingTwinTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Security.Claims;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.Data.Sqlite;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;

        """;

    private const string Recommended = Usings + """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<ShopExceptionHandler>();
        builder.Services.AddDbContext<ShopContext>(options => options.UseSqlite(builder.Configuration.GetConnectionString("shop")).EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));
        builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment());
        var app = builder.Build();
        if (app.Environment.IsDevelopment())
        {
            app.UseDeveloperExceptionPage();
        }
        else
        {
            app.UseExceptionHandler();
        }

        app.UseMiddleware<ApiKeyMiddleware>();
        app.MapPost("/orders/{id:int}/close", (int id, OrderService orders, ILogger<Program> logger) =>
        {
            try
            {
                orders.Close(id);
                return Results.NoContent();
            }
            catch (OrderClosedException closed)
            {
                logger.LogInformation(closed, "Order {Id} is closed", id);
                return Results.Conflict(new { closed.Code, closed.Message });
            }
        });
        app.Run();

        public class OrderClosedException(string code) : Exception("The order is closed.")
        {
            public string Code { get; } = code;
        }

        public class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);

        public class ShopExceptionHandler(ILogger<ShopExceptionHandler> logger, IHostEnvironment environment) : IExceptionHandler
        {
            public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
            {
                logger.LogError(exception, "Request {Path} failed", context.Request.Path);
                var problem = new ProblemDetails { Status = 500, Title = "Something went wrong." };
                if (environment.IsDevelopment())
                    problem.Detail = exception.ToString();
                context.Response.StatusCode = 500;
                await context.Response.WriteAsJsonAsync(problem, cancellation);
                return true;
            }
        }

        public class ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration, ILogger<ApiKeyMiddleware> logger)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                if (!IsKeyValid(context.Request.Headers["X-Api-Key"].ToString()))
                {
                    logger.LogWarning("A request without a valid key for {Path}", context.Request.Path);
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return;
                }

                await next(context);
            }

            private bool IsKeyValid(string apiKey)
            {
                try
                {
                    return Convert.FromBase64String(apiKey).SequenceEqual(Convert.FromBase64String(configuration["Api:Key"] ?? ""));
                }
                catch (FormatException ex)
                {
                    logger.LogWarning(ex, "A key of {Length} letters is malformed", apiKey.Length);
                    return false;
                }
            }
        }

        public class OwnerFilter(OrderService orders, ILogger<OwnerFilter> logger) : IAsyncAuthorizationFilter
        {
            public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
            {
                try
                {
                    if (!await orders.IsOwnerAsync(context.HttpContext.User))
                        context.Result = new ForbidResult();
                }
                catch (SqliteException ex)
                {
                    logger.LogError(ex, "The owner was not read");
                    context.Result = new StatusCodeResult(503);
                }
            }
        }

        public class OrderService(IConfiguration configuration, ILogger<OrderService> logger)
        {
            public void Close(int id)
            {
                if (id > 1000)
                    throw new OrderClosedException("closed");
                logger.LogInformation("Closed {Id}", id);
            }

            public async Task<bool> IsOwnerAsync(ClaimsPrincipal user)
            {
                var name = configuration.GetConnectionString("shop") is { Length: > 0 } ? user.Identity?.Name : null;
                if (name is null)
                    throw new InvalidOperationException("No connection string 'shop'.");
                await Task.Yield();
                return name.Length > 3;
            }

            public bool TryReadPrices(string path, out string prices)
            {
                try
                {
                    prices = File.ReadAllText(path);
                    return true;
                }
                catch (IOException ex)
                {
                    logger.LogWarning(ex, "No prices in {Path}", path);
                    prices = "";
                    return false;
                }
            }
        }
        """;

    private const string Careless = Usings + """
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSignalR(options => options.EnableDetailedErrors = true); // SECR2003
        var app = builder.Build();
        app.UseDeveloperExceptionPage(); // SECR2003
        app.UseMiddleware<ApiKeyMiddleware>();
        app.MapPost("/orders/{id:int}/close", (int id, OrderService orders) =>
        {
            try
            {
                orders.Close(id);
                return Results.NoContent();
            }
            catch (Exception ex)
            {
                return Results.Problem(ex.ToString()); // SECR2001
            }
        });
        app.MapGet("/prices", () =>
        {
            try
            {
                return Results.Text(File.ReadAllText("prices.txt"));
            }
            catch (IOException ex)
            {
                return Results.Problem(ex.Message); // SECR2002
            }
        });
        app.Run();

        public class ApiKeyMiddleware(RequestDelegate next, IConfiguration configuration, ILogger<ApiKeyMiddleware> logger)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                var apiKey = context.Request.Headers["X-Api-Key"].ToString();
                logger.LogInformation("Key {Key} for {Path}", apiKey, context.Request.Path); // SECR2006
                try
                {
                    if (!IsKeyValid(apiKey))
                    {
                        context.Response.StatusCode = 401;
                        return;
                    }
                }
                catch (Exception ex) // SECR2008
                {
                    logger.LogError(ex, "The key was not checked");
                }

                await next(context);
            }

            private bool IsKeyValid(string apiKey)
            {
                try
                {
                    return Convert.FromBase64String(apiKey).SequenceEqual(Convert.FromBase64String(configuration["Api:Key"] ?? ""));
                }
                catch (FormatException) // SECR2008
                {
                    return true;
                }
            }
        }

        public class OrderService(IConfiguration configuration)
        {
            public void Close(int id)
            {
                if (id > 1000)
                    throw new InvalidOperationException($"No database at {configuration.GetConnectionString("shop")}"); // SECR2005
                try
                {
                    File.WriteAllText("closed.txt", id.ToString());
                }
                catch (Exception) // SECR2009
                {
                }
            }
        }
        """;

    [Fact]
    public async Task RecommendedTwin_IsSilent() => Assert.Empty(await FindingsAsync(Recommended));

    [Fact]
    public async Task CarelessTwin_ReportsEach()
    {
        var lines = Careless.Split('\n');
        var expected = Enumerable.Range(0, lines.Length).Where(line => lines[line].Contains("// SECR", StringComparison.Ordinal))
            .Select(line => $"{lines[line][(lines[line].IndexOf("// SECR", StringComparison.Ordinal) + 3)..].Trim()} {line}");
        Assert.Equal(expected, await FindingsAsync(Careless));
    }

    /// <summary>The findings of the family as "id line", by line.</summary>
    private static async Task<List<string>> FindingsAsync(string source)
    {
        var compilation = Compilations.Create(source, Setting.Program);
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        var analyzers = RuleSet.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => Descriptors.FamilyOf(descriptor.Id) == RuleFamily.ExceptionHandling));
        var findings = await compilation.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync();
        return [.. findings.OrderBy(finding => finding.Location.SourceSpan.Start).Select(finding => $"{finding.Id} {finding.Location.GetLineSpan().StartLinePosition.Line}")];
    }
}
