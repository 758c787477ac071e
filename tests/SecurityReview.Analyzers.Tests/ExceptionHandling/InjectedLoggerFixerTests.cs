using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling;
using VerifyDetail = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.ExceptionDetailFixer>;
using VerifyOpen = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.FailOpenAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.FailOpenFixer>;
using VerifySwallowed = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.SwallowedExceptionAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.SwallowedExceptionFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>The separate action of the fixers that log: a class or a route handler gets the logger that it lacks.</summary>
public class InjectedLoggerFixerTests
{
    private const string General = "\"An error occurred while processing the request.\"";

    [Fact]
    public Task ClassWithoutConstructor_GetsFieldAndConstructor() =>
        VerifyDetail.RepairsAsync(
            ExceptionDetailFixer.InjectLogger,
            """
            using System;
            using Microsoft.AspNetCore.Mvc;

            public class Api : ControllerBase
            {
                public IActionResult Get()
                {
                    try
                    {
                        return Ok();
                    }
                    catch (Exception ex)
                    {
                        return BadRequest([|ex.ToString()|]); // no
                    }
                }
            }
            """,
            $$"""
            using System;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Logging;

            public class Api : ControllerBase
            {
                private readonly ILogger<Api> _logger;

                public Api(ILogger<Api> logger)
                {
                    _logger = logger;
                }

                public IActionResult Get()
                {
                    try
                    {
                        return Ok();
                    }
                    catch (Exception ex)
                    {
                        _logger.LogError(ex, "The request failed.");
                        return BadRequest({{General}}); // no
                    }
                }
            }
            """);

    [Fact]
    public async Task FixAll_GivesTheConstructorOneParameter()
    {
        const string Source =
            """
            using System.IO;
            using Microsoft.AspNetCore.Mvc;

            public class Files : ControllerBase
            {
                private readonly string _root;

                // Where they are.
                public Files(string root = "/files") => _root = root;

                public IActionResult Get(string name)
                {
                    try
                    {
                        return Ok(System.IO.File.ReadAllText(_root));
                    }
                    catch (IOException ex)
                    {
                        return Problem(ex.Message);
                    }
                }

                public IActionResult Post()
                {
                    try
                    {
                        return Ok();
                    }
                    catch (IOException ex)
                    {
                        ModelState.AddModelError("file", ex.Message);
                        return BadRequest(ex.Message);
                    }
                }
            }
            """;
        const string Fixed =
            $$"""
            using System.IO;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Logging;

            public class Files : ControllerBase
            {
                private readonly string _root;
                private readonly ILogger<Files> _logger;

                // Where they are.
                public Files(ILogger<Files> logger, string root = "/files")
                {
                    _root = root;
                    _logger = logger;
                }

                public IActionResult Get(string name)
                {
                    try
                    {
                        return Ok(System.IO.File.ReadAllText(_root));
                    }
                    catch (IOException ex)
                    {
                        _logger.LogError(ex, "The request failed.");
                        return Problem({{General}});
                    }
                }

                public IActionResult Post()
                {
                    try
                    {
                        return Ok();
                    }
                    catch (IOException ex)
                    {
                        _logger.LogError(ex, "The request failed.");
                        ModelState.AddModelError("file", {{General}});
                        return BadRequest({{General}});
                    }
                }
            }
            """;
        Assert.Equal(Fixed, await OfferedRepairs.FixAllAsync<SecurityReview.Analyzers.ExceptionHandling.ExceptionMessageAnalyzer, ExceptionMessageFixer>(Source, ExceptionMessageFixer.InjectLogger));
    }

    [Fact]
    public Task PrimaryConstructor_GetsAParameter() =>
        VerifySwallowed.RepairsAsync(
            SwallowedExceptionFixer.InjectLogger,
            """
            using System.IO;

            public class Store<T>(string path)
            {
                public void Save(T item)
                {
                    try
                    {
                        File.WriteAllText(path, item?.ToString());
                    }
                    [|catch|] (IOException)
                    {
                    }
                }
            }
            """,
            """
            using System.IO;
            using Microsoft.Extensions.Logging;

            public class Store<T>(string path, ILogger<Store<T>> logger)
            {
                public void Save(T item)
                {
                    try
                    {
                        File.WriteAllText(path, item?.ToString());
                    }
                    catch (IOException exception)
                    {
                        logger.LogError(exception, "Save failed.");
                    }
                }
            }
            """);

    [Fact]
    public Task Decision_DeniesAndLogs() =>
        VerifyOpen.RepairsAsync(
            FailOpenFixer.InjectLogger,
            """
            using System;
            using System.Security.Claims;

            public class Doors
            {
                private readonly string _door;

                public Doors(string door)
                {
                    _door = door;
                }

                public bool IsAllowed(ClaimsPrincipal user)
                {
                    try
                    {
                        return user.FindFirst("door")!.Value == _door;
                    }
                    [|catch|] (Exception)
                    {
                        return true;
                    }
                }
            }
            """,
            """
            using System;
            using System.Security.Claims;
            using Microsoft.Extensions.Logging;

            public class Doors
            {
                private readonly string _door;
                private readonly ILogger<Doors> _logger;

                public Doors(string door, ILogger<Doors> logger)
                {
                    _door = door;
                    _logger = logger;
                }

                public bool IsAllowed(ClaimsPrincipal user)
                {
                    try
                    {
                        return user.FindFirst("door")!.Value == _door;
                    }
                    catch (Exception exception)
                    {
                        _logger.LogError(exception, "IsAllowed failed.");
                        return false;
                    }
                }
            }
            """);

    [Fact]
    public Task RouteHandlers_GetAParameter() =>
        VerifyDetail.RepairsAsync(
            ExceptionDetailFixer.InjectLogger,
            """
            using System;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;

            var app = WebApplication.Create(args);
            app.MapGet("/a", () =>
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
            app.MapGet("/b/{id}", Orders.Get);
            app.Run();

            internal static class Orders
            {
                public static IResult Get(int id, string sort = "name")
                {
                    try
                    {
                        return Results.Ok(id);
                    }
                    catch (Exception ex)
                    {
                        return Results.Problem([|ex.StackTrace|]);
                    }
                }
            }
            """,
            $$"""
            using System;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.Logging;

            var app = WebApplication.Create(args);
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
            app.MapGet("/b/{id}", Orders.Get);
            app.Run();

            internal static class Orders
            {
                public static IResult Get(int id, ILogger<Program> logger, string sort = "name")
                {
                    try
                    {
                        return Results.Ok(id);
                    }
                    catch (Exception ex)
                    {
                        logger.LogError(ex, "The request failed.");
                        return Results.Problem({{General}});
                    }
                }
            }
            """,
            Setting.Program);

    /// <summary>The default comes first and stays what it was: it repairs without a logger.</summary>
    [Fact]
    public Task Default_DoesNotInject() =>
        VerifyDetail.RepairsAsync(
            Class("return BadRequest([|ex.ToString()|]);", "catch (Exception ex)", ""),
            Class($"return BadRequest({General});", "catch (Exception)", ""));

    [Theory]
    [InlineData("public static class Made { public static Api New() => new Api(); }")]
    [InlineData("public static class Made { public static Api New() => new(); }")]
    [InlineData("public class Made : Api;")]
    [InlineData("public partial class Api { }")]
    public async Task ClassThatOthersMake_IsLeft(string others) =>
        Assert.DoesNotContain(ExceptionDetailFixer.InjectLogger, await OfferedRepairs.KeysAsync<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer, ExceptionDetailFixer>(
            Class("return BadRequest(ex.ToString());", "catch (Exception ex)", others)));

    /// <summary>The class of top-level statements is internal: a public method cannot take its logger.</summary>
    [Fact]
    public async Task PublicHandlerOfAnInternalProgram_IsLeft() =>
        Assert.DoesNotContain(ExceptionDetailFixer.InjectLogger, await OfferedRepairs.KeysAsync<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer, ExceptionDetailFixer>(
            """
            using System;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;

            var app = WebApplication.Create(args);
            app.MapGet("/a", Orders.Get);
            app.Run();

            public static class Orders
            {
                public static IResult Get()
                {
                    try { return Results.Ok(); } catch (Exception ex) { return Results.Problem(ex.StackTrace); }
                }
            }
            """,
            Setting.Program));

    [Fact]
    public async Task ClassOfTheContainer_IsOffered() =>
        Assert.Equal(
            [ExceptionDetailFixer.AnswerInGeneral, ExceptionDetailFixer.InjectLogger],
            await OfferedRepairs.KeysAsync<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer, ExceptionDetailFixer>(Class("return BadRequest(ex.ToString());", "catch (Exception ex)", "")));

    private static string Class(string statement, string @catch, string others) => $$"""
        using System;
        using Microsoft.AspNetCore.Mvc;

        public {{(others.Contains("partial", StringComparison.Ordinal) ? "partial " : "")}}class Api : ControllerBase
        {
            public IActionResult Get()
            {
                try
                {
                    return Ok();
                }
                {{@catch}}
                {
                    {{statement}}
                }
            }
        }

        {{others}}
        """;
}
