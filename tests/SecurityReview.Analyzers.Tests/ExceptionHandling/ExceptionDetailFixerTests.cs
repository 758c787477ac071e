using SecurityReview.CodeFixes.ExceptionHandling;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using HalfTypedCode = SecurityReview.Analyzers.Tests.Verifiers.HalfTypedCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.ExceptionDetailFixer>;
using Setting = SecurityReview.Analyzers.Tests.Verifiers.Setting;
using TestReferences = SecurityReview.Analyzers.Tests.Verifiers.TestReferences;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.ExceptionDetailFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>What the answer becomes.</summary>
public class ExceptionDetailFixerTests
{
    private const string General = "\"An error occurred while processing the request.\"";

    /// <summary>The same, as a literal in the code under test.</summary>
    private const string Log = "logger.LogError(ex, \"The request failed.\");\n            ";

    [Theory]
    [InlineData("return StatusCode(500, [|ex|]);", $"return StatusCode(500, {General});")]
    [InlineData("return BadRequest([|ex.ToString()|]);", $"return BadRequest({General});")]
    [InlineData("return Conflict([|ex.InnerException?.Message|]);", $"return Conflict({General});")]
    [InlineData("return Problem(detail: [|ex.ToString()|], statusCode: 503);", $"return Problem(detail: {General}, statusCode: 503);")]
    [InlineData("return StatusCode(500, [|$\"The import failed: {ex}\"|]);", "return StatusCode(500, \"The import failed.\");")]
    [InlineData("return StatusCode(500, [|\"The import failed - \" + ex|]);", "return StatusCode(500, \"The import failed.\");")]
    [InlineData("return StatusCode(500, [|$\"Error {id}: {ex}\"|]);", $"return StatusCode(500, {General});")]
    [InlineData("return BadRequest([|new { error = ex.ToString(), id }|]);", $"return BadRequest(new {{ error = {General}, id }});")]
    [InlineData("return BadRequest([|new { error = \"Failed\", trace = ex.StackTrace }|]);", "return BadRequest(new { error = \"Failed\" });")]
    [InlineData("return BadRequest([|new { ex.StackTrace, id }|]);", $"return BadRequest(new {{ error = {General}, id }});")]
    [InlineData("return BadRequest([|new { ex.Message, ex.StackTrace, ex.Source, id }|]);", "return BadRequest(new { ex.Message, id });")]
    [InlineData("return BadRequest([|id > 1 ? ex.ToString() : \"Failed\"|]);", $"return BadRequest(id > 1 ? {General} : \"Failed\");")]
    [InlineData("return BadRequest([|new ProblemText { Detail = ex.ToString(), Cause = ex }|]);", $"return BadRequest(new ProblemText {{ Detail = {General}, Cause = null }});")]
    [InlineData("return BadRequest([|new Failure(\"Failed\", ex.StackTrace)|]);", $"return BadRequest(new Failure(\"Failed\", {General}));")]
    [InlineData("return BadRequest([|new[] { \"Failed\", ex.ToString() }|]);", $"return BadRequest(new[] {{ \"Failed\", {General} }});")]
    [InlineData("return BadRequest([|new Dictionary<string, object?> { [\"trace\"] = ex.StackTrace, [\"inner\"] = ex.InnerException }|]);", $"return BadRequest(new Dictionary<string, object?> {{ [\"trace\"] = {General}, [\"inner\"] = {General} }});")]
    [InlineData("return new ContentResult { Content = [|ex.ToString()|], StatusCode = 500 };", $"return new ContentResult {{ Content = {General}, StatusCode = 500 }};")]
    public Task Answer_IsRepaired(string statement, string repaired) =>
        VerifyFix.RepairsAsync(Catch(statement) + Types, Catch(Log + repaired) + Types);

    private const string Types = """

        public class ProblemText { public string? Detail { get; set; } public Exception? Cause { get; set; } }
        public record Failure(string Title, string? Detail);
        """;

    [Fact]
    public Task AllFindingsOfACatch_AreRepairedAndLoggedOnce() =>
        VerifyFix.RepairsAsync(
            Catch("""
                var problem = new ProblemDetails
                            {
                                Title = "Failed", // for the client
                                Detail = [|ex.ToString()|], /* for us */
                                Extensions = { ["trace"] = [|ex.StackTrace|] },
                            };
                            // Everything that helps.
                            ViewData["Error"] = [|ex|];
                            ViewBag.Source = [|ex.Source|];
                            TempData.Add("Trace", [|ex.StackTrace|]);
                            ModelState.AddModelError("", [|ex.ToString()|]);
                            Response.Headers["X-Error"] = [|ex.StackTrace|];
                            return BadRequest(problem);
                """),
            Catch($$"""
                logger.LogError(ex, "The request failed.");
                            var problem = new ProblemDetails
                            {
                                Title = "Failed", // for the client
                                Detail = {{General}}, /* for us */
                                Extensions = { ["trace"] = {{General}} },
                            };
                            // Everything that helps.
                            ViewData["Error"] = {{General}};
                            ViewBag.Source = {{General}};
                            TempData.Add("Trace", {{General}});
                            ModelState.AddModelError("", {{General}});
                            Response.Headers["X-Error"] = {{General}};
                            return BadRequest(problem);
                """));

    [Fact]
    public Task TextInALocal_IsReplacedWhereItIsSent() =>
        VerifyFix.RepairsAsync(
            Catch("""
                var text = ex.ToString();
                            logger.LogError("Failed: {Text}", text);
                            return StatusCode(500, [|text|]);
                """),
            Catch($$"""
                var text = ex.ToString();
                            logger.LogError("Failed: {Text}", text);
                            logger.LogError(ex, "The request failed.");
                            return StatusCode(500, {{General}});
                """));

    [Fact]
    public Task TextThatIsSentOnOtherPathsToo_IsReplacedWhereItIsStored() =>
        VerifyFix.RepairsAsync(
            Controller("""
                public IActionResult Get()
                    {
                        var text = "done";
                        try
                        {
                            Work();
                        }
                        catch (Exception ex)
                        {
                            text = ex.ToString();
                        }

                        return Content([|text|]);
                    }
                """),
            Controller($$"""
                public IActionResult Get()
                    {
                        var text = "done";
                        try
                        {
                            Work();
                        }
                        catch (Exception ex)
                        {
                            logger.LogError(ex, "The request failed.");
                            text = {{General}};
                        }

                        return Content(text);
                    }
                """));

    [Fact]
    public Task MembersThatAreFilledLater_AreReplacedThere() =>
        VerifyFix.RepairsAsync(
            Catch("""
                var failure = new ProblemText();
                            failure.Detail = "Failed";
                            failure.Detail += ex.StackTrace;
                            return StatusCode(500, [|failure|]);
                """) + Types,
            Catch($$"""
                var failure = new ProblemText();
                            failure.Detail = "Failed";
                            logger.LogError(ex, "The request failed.");
                            failure.Detail += {{General}};
                            return StatusCode(500, failure);
                """) + Types);

    [Fact]
    public Task LoggedAlready_IsNotLoggedAgain() =>
        VerifyFix.RepairsAsync(
            Catch("""
                logger.LogWarning(ex, "Order {Id} failed.", id);
                            return StatusCode(500, [|ex.ToString()|]);
                """),
            Catch($$"""
                logger.LogWarning(ex, "Order {Id} failed.", id);
                            return StatusCode(500, {{General}});
                """));

    [Fact]
    public Task StatementWithoutBraces_GetsThem() =>
        VerifyFix.RepairsAsync(
            Catch("""
                if (id > 1)
                                return StatusCode(500, [|ex.ToString()|]); // kept
                            return StatusCode(500);
                """),
            Catch($$"""
                if (id > 1)
                            {
                                logger.LogError(ex, "The request failed.");
                                return StatusCode(500, {{General}}); // kept
                            }

                            return StatusCode(500);
                """));

    [Fact]
    public Task HttpResponseGrpcAndSignalR_AreRepaired() =>
        VerifyFix.RepairsAsync(
            File("""
            public class Middleware(RequestDelegate next, ILogger<Middleware> logger)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try
                    {
                        await next(context);
                    }
                    catch (Exception ex)
                    {
                        await context.Response.WriteAsync([|$"<pre>{ex}</pre>"|]);
                        await context.Response.WriteAsJsonAsync([|ex|]);
                        await context.Response.Body.WriteAsync([|Encoding.UTF8.GetBytes(ex.ToString())|]);
                    }
                }
            }

            public class ChatHub(ILogger<ChatHub> log) : Hub
            {
                public Task Send()
                {
                    try
                    {
                        return Clients.All.SendAsync("message");
                    }
                    catch (FormatException ex)
                    {
                        throw new HubException([|ex.ToString()|], ex);
                    }
                    catch (Exception ex)
                    {
                        throw new RpcException(new Status(StatusCode.Internal, [|ex.ToString()|], ex));
                    }
                }
            }
            """),
            File($$"""
            public class Middleware(RequestDelegate next, ILogger<Middleware> logger)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try
                    {
                        await next(context);
                    }
                    catch (Exception ex)
                    {
                        logger.LogError(ex, "The request failed.");
                        await context.Response.WriteAsync({{General}});
                        await context.Response.WriteAsJsonAsync({{General}});
                        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes({{General}}));
                    }
                }
            }

            public class ChatHub(ILogger<ChatHub> log) : Hub
            {
                public Task Send()
                {
                    try
                    {
                        return Clients.All.SendAsync("message");
                    }
                    catch (FormatException ex)
                    {
                        log.LogError(ex, "The request failed.");
                        throw new HubException({{General}}, ex);
                    }
                    catch (Exception ex)
                    {
                        log.LogError(ex, "The request failed.");
                        throw new RpcException(new Status(StatusCode.Internal, {{General}}, ex));
                    }
                }
            }
            """));

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            Catch("return BadRequest([|ex.ToString()|]);").ReplaceLineEndings("\r\n"),
            Catch($"{Log}return BadRequest({General});").ReplaceLineEndings("\r\n"));

    [Theory]
    [InlineData("return Redirect([|\"/error?text=\" + ex|]);")]
    [InlineData("return StatusCode(500, [|new Box<Exception>(ex)|]);")]
    public Task ValueThatNothingFits_IsLeft(string statement) =>
        VerifyFix.OffersNothingAsync(Catch(statement) + "public record Box<T>(T Value);");

    [Fact]
    public Task FirstFindingWithoutRepair_DoesNotKeepTheOthersFromTheirs() =>
        NullKeyFixAll.RepairsAsync(
            Catch("""
                if (id > 1)
                                return Redirect("/error?text=" + ex);
                            return StatusCode(500, ex.ToString());
                """),
            Catch($$"""
                if (id > 1)
                                return Redirect("/error?text=" + ex);
                            logger.LogError(ex, "The request failed.");
                            return StatusCode(500, {{General}});
                """));

    [Fact]
    public Task SystemWeb_IsRepaired() =>
        VerifyFix.RepairsAsync(SystemWeb("[|ex.ToString()|]", "Exception ex"), SystemWeb(General, "Exception"), Setting.Default with { Framework = TestReferences.Net48 });

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<ExceptionDetailFixer>(
            Catch("return StatusCode(500, ex ; return Problem(detail: ex.StackTrace ; return new { error = ex.ToString( };"), RuleIds.ExceptionDetailInResponse, new Setting { Broken = true });

    private static string SystemWeb(string text, string declaration) => $$"""
        using System;
        using System.Web;

        public class Handler : IHttpHandler
        {
            public bool IsReusable => false;

            public void ProcessRequest(HttpContext context)
            {
                try
                {
                    Console.WriteLine();
                }
                catch ({{declaration}})
                {
                    context.Response.Write({{text}});
                }
            }
        }
        """;
}
