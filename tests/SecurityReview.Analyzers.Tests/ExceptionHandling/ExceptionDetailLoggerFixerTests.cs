using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.ExceptionDetailFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Which logger logs, and what happens without one.</summary>
public class ExceptionDetailLoggerFixerTests
{
    private const string General = "\"An error occurred while processing the request.\"";

    [Theory]
    [InlineData("private readonly ILogger _log;\n\n    public Api(ILogger log) => _log = log;", "", "_log.LogError(ex, \"The request failed.\");")]
    [InlineData("protected ILogger<Api> Logger { get; } = null!;", "", "Logger.LogError(ex, \"The request failed.\");")]
    [InlineData("private static readonly ILogger s_log = LoggerFactory.Create(_ => { }).CreateLogger(\"api\");", "", "s_log.LogError(ex, \"The request failed.\");")]
    [InlineData("private readonly ILogger _log = null!;", "ILogger<Api> mine", "mine.LogError(ex, \"The request failed.\");")]
    [InlineData("private readonly Serilog.ILogger _log = null!;", "", "_log.Error(ex, \"The request failed.\");")]
    public Task LoggerInScope_IsUsed(string members, string parameter, string log) =>
        VerifyFix.RepairsAsync(Api(members, parameter, "return BadRequest([|ex.ToString()|]);"), Api(members, parameter, $"{log}\n            return BadRequest({General});"));

    private static string Api(string members, string parameter, string statements) => File($$"""
        public class Api : ControllerBase
        {
            {{members}}

            public IActionResult Get({{parameter}})
            {
                try
                {
                    return Ok();
                }
                catch (Exception ex)
                {
                    {{statements}}
                }
            }
        }
        """);

    [Fact]
    public Task WithoutLogger_OnlyTheAnswerChanges() =>
        VerifyFix.RepairsAsync(
            File("""
            public class Api : ControllerBase
            {
                public IActionResult Get(int id)
                {
                    try
                    {
                        return Ok();
                    }
                    catch (ArgumentException ex) // from below
                    {
                        // Both leak.
                        if (id > 1)
                            return BadRequest([|ex.StackTrace|]);
                        return BadRequest([|ex.ToString()|]);
                    }
                    catch (FormatException ex) when (ex.Data.Count > 0)
                    {
                        return BadRequest([|ex.ToString()|]);
                    }
                }
            }
            """),
            File($$"""
            public class Api : ControllerBase
            {
                public IActionResult Get(int id)
                {
                    try
                    {
                        return Ok();
                    }
                    catch (ArgumentException) // from below
                    {
                        // Both leak.
                        if (id > 1)
                            return BadRequest({{General}});
                        return BadRequest({{General}});
                    }
                    catch (FormatException ex) when (ex.Data.Count > 0)
                    {
                        return BadRequest({{General}});
                    }
                }
            }
            """));

    [Fact]
    public Task StaticMember_DoesNotUseAnInstanceLogger() =>
        VerifyFix.RepairsAsync(
            File("""
            public class Api(ILogger<Api> logger)
            {
                public ILogger Logger => logger;

                public static async Task Handle(HttpContext context, Exception exception)
                {
                    await context.Response.WriteAsync([|exception.ToString()|]);
                }
            }
            """),
            File($$"""
            public class Api(ILogger<Api> logger)
            {
                public ILogger Logger => logger;

                public static async Task Handle(HttpContext context, Exception exception)
                {
                    await context.Response.WriteAsync({{General}});
                }
            }
            """));

    [Fact]
    public Task ExpressionBody_IsRepairedWithoutLogging() =>
        VerifyFix.RepairsAsync(
            File("""
            public class Filter(ILogger<Filter> logger) : IExceptionFilter
            {
                public ILogger Logger => logger;

                public void OnException(ExceptionContext context) => context.Result = new ObjectResult([|context.Exception.ToString()|]) { StatusCode = 500 };
            }
            """),
            File($$"""
            public class Filter(ILogger<Filter> logger) : IExceptionFilter
            {
                public ILogger Logger => logger;

                public void OnException(ExceptionContext context) => context.Result = new ObjectResult({{General}}) { StatusCode = 500 };
            }
            """));

    [Fact]
    public Task ExceptionOfAContext_IsLoggedByItsName() =>
        VerifyFix.RepairsAsync(
            File("""
            public class Filter(ILogger<Filter> logger) : IExceptionFilter
            {
                public void OnException(ExceptionContext context)
                {
                    context.Result = new ObjectResult([|new { error = context.Exception.ToString() }|]) { StatusCode = 500 };
                }
            }
            """),
            File($$"""
            public class Filter(ILogger<Filter> logger) : IExceptionFilter
            {
                public void OnException(ExceptionContext context)
                {
                    logger.LogError(context.Exception, "The request failed.");
                    context.Result = new ObjectResult(new { error = {{General}} }) { StatusCode = 500 };
                }
            }
            """));

    [Fact]
    public Task LoggerWithoutItsNamespace_GetsTheImport() =>
        VerifyFix.RepairsAsync(
            """
            using System;
            using Microsoft.AspNetCore.Mvc;

            public class Api(Microsoft.Extensions.Logging.ILogger<Api> logger) : ControllerBase
            {
                public IActionResult Get()
                {
                    try
                    {
                        return Ok();
                    }
                    catch (Exception ex)
                    {
                        return BadRequest([|ex.ToString()|]);
                    }
                }
            }
            """,
            $$"""
            using System;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Logging;

            public class Api(Microsoft.Extensions.Logging.ILogger<Api> logger) : ControllerBase
            {
                public IActionResult Get()
                {
                    try
                    {
                        return Ok();
                    }
                    catch (Exception ex)
                    {
                        LoggerExtensions.LogError(logger, ex, "The request failed.");
                        return BadRequest({{General}});
                    }
                }
            }
            """);

    [Fact]
    public Task HandlersAndTopLevelStatements_AreRepaired() =>
        VerifyFix.RepairsAsync(
            Program("""
            app.MapGet("/a", (ILogger<Program> logger) =>
            {
                try
                {
                    return Results.Ok();
                }
                catch (Exception ex)
                {
                    return Results.Problem([|ex.ToString()|]);
                }
            });
            app.UseExceptionHandler(errors => errors.Run(async context =>
            {
                var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                await context.Response.WriteAsync([|error?.ToString() ?? "Failed"|]);
            }));
            ILogger log = app.Logger;
            HttpResponse response = null!;
            try
            {
                Console.WriteLine();
            }
            catch (Exception ex)
            {
                await response.WriteAsync([|ex.ToString()|]);
            }
            """),
            Program($$"""
            app.MapGet("/a", (ILogger<Program> logger) =>
            {
                try
                {
                    return Results.Ok();
                }
                catch (Exception ex)
                {
                    logger.LogError(ex, "The request failed.");
                    return Results.Problem({{General}});
                }
            });
            app.UseExceptionHandler(errors => errors.Run(async context =>
            {
                var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                await context.Response.WriteAsync("Failed");
            }));
            ILogger log = app.Logger;
            HttpResponse response = null!;
            try
            {
                Console.WriteLine();
            }
            catch (Exception ex)
            {
                log.LogError(ex, "The request failed.");
                await response.WriteAsync({{General}});
            }
            """),
            Setting.Program);
}
