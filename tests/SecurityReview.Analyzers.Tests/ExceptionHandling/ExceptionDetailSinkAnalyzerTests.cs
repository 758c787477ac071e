using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Where a client gets to see what is sent.</summary>
public class ExceptionDetailSinkAnalyzerTests
{
    private const string Rule = RuleIds.ExceptionDetailInResponse;

    [Theory]
    [InlineData("return Ok([|ex|]);")]
    [InlineData("return StatusCode(statusCode: 500, value: [|ex.StackTrace|]);")]
    [InlineData("return Problem(title: \"Failed\", detail: [|ex.ToString()|]);")]
    [InlineData("return new ObjectResult([|ex.ToString()|]) { StatusCode = 500 };")]
    [InlineData("return new JsonResult([|new { error = ex.ToString() }|]);")]
    [InlineData("return new ContentResult { Content = [|ex.ToString()|], StatusCode = 500 };")]
    [InlineData("return Json([|new { error = ex.ToString() }|]);")]
    [InlineData("return Redirect([|\"/error?message=\" + ex|]);")]
    [InlineData("return RedirectToAction(\"Error\", [|new { message = ex.ToString() }|]);")]
    public Task ResultOfAnAction_Reports(string statement) => Verify.ReportsAsync(Catch(statement));

    [Theory]
    [InlineData("app.MapGet(\"/a\", () => { try { return Results.Ok(); } catch (Exception ex) { return Results.Problem([|ex.ToString()|]); } });")]
    [InlineData("app.MapGet(\"/a\", () => { try { return Results.Ok(\"\"); } catch (Exception ex) { return Results.Json([|new { ex.StackTrace }|], statusCode: 500); } });")]
    [InlineData("app.MapGet(\"/a\", A); static IResult A() { try { return Results.Ok(); } catch (Exception ex) { return TypedResults.BadRequest([|ex.ToString()|]); } }")]
    [InlineData("app.MapGet(\"/a\", async () => { try { await Task.Yield(); return \"ok\"; } catch (Exception ex) { return [|ex.ToString()|]; } });")]
    [Clause(Rule, "handler-result", Verdict.Reports)]
    public Task ResultOfAHandler_Reports(string statements) => Verify.ReportsAsync(Program(statements), Setting.Program);

    [Fact]
    [Clause(Rule, "handler-result", Verdict.IsSilent)]
    public Task GenericResultOfAHandler_IsSilent() =>
        Verify.IsSilentAsync(Program("""
            app.MapGet("/a", (ILogger<Program> logger) =>
            {
                try
                {
                    return Results.Ok("done");
                }
                catch (Exception ex)
                {
                    logger.LogError(ex, "Failed");
                    return Results.Problem("Something went wrong.", statusCode: 500);
                }
            });
            """), Setting.Program);

    [Fact]
    [Clause(Rule, "returned-value", Verdict.Reports)]
    public Task ValueThatAnEndpointReturns_Reports() =>
        Verify.ReportsAsync(Controller("""
            [HttpGet]
                public string Get()
                {
                    try { Work(); return "ok"; } catch (Exception ex) { return [|ex.ToString()|]; }
                }

                [HttpGet("a")]
                public async Task<ActionResult<string>> GetLater()
                {
                    await Task.Yield();
                    try { Work(); return "ok"; } catch (Exception ex) { return [|$"{ex.StackTrace}"|]; }
                }

                [HttpGet("b")]
                public object? GetShort(Exception ex) => [|ex.StackTrace|];
            """));

    [Fact]
    [Clause(Rule, "returned-value", Verdict.IsSilent)]
    public Task ValueThatAnotherMethodReturns_IsSilent() =>
        Verify.IsSilentAsync(Controller("""
            private string Describe()
                {
                    try { Work(); return "ok"; } catch (Exception ex) { return ex.ToString(); }
                }

                [NonAction]
                public string DescribeToo() => Describe();

                [HttpGet]
                public string Get(int id)
                {
                    Func<Exception, string> text = failure => failure.ToString();
                    try { Work(); return "ok"; } catch (Exception ex) { logger.LogError("{Text}", text(ex)); return "failed"; }
                }
            """));

    [Fact]
    [Clause(Rule, "returned-member", Verdict.Reports)]
    public Task MemberOfWhatIsReturned_Reports() =>
        Verify.ReportsAsync(File("""
            public class ErrorDto { public string? Text { get; set; } public List<string> Lines { get; } = []; }
            public record Failure(string Title, string Detail);
            public class OrdersController : ControllerBase
            {
                public IActionResult Get(int id)
                {
                    try
                    {
                        return Ok();
                    }
                    catch (Exception ex)
                    {
                        var dto = new ErrorDto { Text = "Failed" };
                        dto.Text += ex.StackTrace;
                        if (id == 1)
                            return BadRequest([|dto|]);
                        if (id == 2)
                            return BadRequest([|new { error = new { inner = new[] { ex.ToString() } } }|]);
                        if (id == 3)
                            return BadRequest([|new Failure("Failed", ex.ToString())|]);
                        if (id == 4)
                            return BadRequest([|new Dictionary<string, object?> { ["trace"] = ex.StackTrace }|]);
                        return BadRequest([|new List<string> { "Failed", ex.ToString() }|]);
                    }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "returned-member", Verdict.IsSilent)]
    public Task OtherMemberOfWhatHoldsTheException_IsSilent() =>
        Verify.IsSilentAsync(File("""
            public class Outcome { public string? Title { get; set; } public Exception? Cause { get; set; } }
            public class OrdersController : ControllerBase
            {
                public IActionResult Get(int id)
                {
                    try
                    {
                        return Ok();
                    }
                    catch (Exception ex)
                    {
                        var outcome = new Outcome { Title = "Failed", Cause = ex };
                        if (id == 1)
                            return BadRequest(outcome.Title);
                        outcome.Cause = null;
                        return BadRequest(outcome);
                    }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "http-response", Verdict.Reports)]
    public Task HttpResponse_Reports() =>
        Verify.ReportsAsync(File("""
            public class Middleware(RequestDelegate next)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try
                    {
                        await next(context);
                    }
                    catch (Exception ex)
                    {
                        await context.Response.WriteAsync([|ex.ToString()|]);
                        await context.Response.WriteAsync(text: [|$"<pre>{ex.StackTrace}</pre>"|], encoding: Encoding.UTF8);
                        await context.Response.WriteAsJsonAsync([|new { ex.StackTrace }|]);
                        await context.Response.Body.WriteAsync([|Encoding.UTF8.GetBytes(ex.ToString())|]);
                        await JsonSerializer.SerializeAsync(context.Response.Body, [|ex.Data|]);
                        await using var writer = new StreamWriter(context.Response.Body);
                        await writer.WriteLineAsync([|ex.StackTrace|]);
                        context.Response.Headers["X-Error"] = [|ex.StackTrace|];
                        context.Response.Headers.Append("X-Error", [|ex.Source|]);
                    }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "http-response", Verdict.IsSilent)]
    public Task OtherStream_IsSilent() =>
        Verify.IsSilentAsync(File("""
            public class Middleware(RequestDelegate next)
            {
                public async Task InvokeAsync(HttpContext context, Stream log)
                {
                    try
                    {
                        await next(context);
                    }
                    catch (Exception ex)
                    {
                        await log.WriteAsync(Encoding.UTF8.GetBytes(ex.ToString()));
                        await using var writer = new StreamWriter(log);
                        await writer.WriteLineAsync(ex.StackTrace);
                        context.Request.Headers["X-Error"] = ex.StackTrace;
                        context.Items["error"] = ex;
                        await context.Response.WriteAsync("Failed");
                    }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "problem-details", Verdict.Reports)]
    public Task ProblemDetails_ReportsEachMember() =>
        Verify.ReportsAsync(Catch("""
            var problem = new ProblemDetails
            {
                Title = "Failed",
                Detail = [|ex.ToString()|],
                Extensions = { ["trace"] = [|ex.StackTrace|] },
            };
            problem.Extensions["source"] = [|ex.Source|];
            problem.Extensions.Add("inner", [|ex.InnerException|]);
            problem.Instance += [|ex.StackTrace|];
            return BadRequest(problem);
            """));

    [Fact]
    [Clause(Rule, "problem-details", Verdict.IsSilent)]
    public Task GenericProblemDetails_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            var problem = new ProblemDetails { Title = "Failed", Detail = "Try again later.", Extensions = { ["id"] = id } };
            logger.LogError(ex, "Failed");
            return new ObjectResult(problem) { StatusCode = 500 };
            """));

    [Fact]
    [Clause(Rule, "model-state", Verdict.Reports)]
    public Task ModelState_Reports() =>
        Verify.ReportsAsync(Catch("""
            ModelState.AddModelError("", [|ex.ToString()|]);
            ModelState.TryAddModelError(errorMessage: [|"x" + ex.StackTrace|], key: "");
            return View();
            """));

    [Fact]
    [Clause(Rule, "model-state", Verdict.IsSilent)]
    public Task ModelStateWithAGenericMessage_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            ModelState.AddModelError("", "Failed");
            ModelState.AddModelError(ex.ToString(), "Failed");
            return BadRequest(ModelState);
            """));

    [Fact]
    [Clause(Rule, "view-data", Verdict.Reports)]
    public Task BagsOfAView_Report() =>
        Verify.ReportsAsync(Catch("""
            ViewData["Error"] = [|ex|];
            ViewBag.Error = [|ex.ToString()|];
            TempData["Error"] = [|ex.StackTrace|];
            TempData.Add("Trace", [|ex.StackTrace|]);
            return View();
            """));

    [Fact]
    [Clause(Rule, "view-data", Verdict.IsSilent)]
    public Task OtherBags_AreSilent() =>
        Verify.IsSilentAsync(Catch("""
            ViewData["Error"] = "Failed";
            ViewBag.Error = id;
            HttpContext.Items["Error"] = ex;
            var bag = new Dictionary<string, object> { ["Error"] = ex };
            logger.LogError("{Count}", bag.Count);
            return View();
            """));

    [Fact]
    [Clause(Rule, "model", Verdict.Reports)]
    public Task ModelOfAViewOrPage_Reports() =>
        Verify.ReportsAsync(File("""
            public class ErrorModel { public string? Trace { get; set; } }
            public class HomeController : Controller
            {
                public IActionResult Index()
                {
                    try { return View(); } catch (Exception ex) { return View("Error", [|new ErrorModel { Trace = ex.StackTrace }|]); }
                }
            }
            public class EditModel : PageModel
            {
                public string? Message { get; set; }
                public void OnPost()
                {
                    try { Console.WriteLine(); } catch (Exception ex) { Message = [|ex.ToString()|]; }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "model", Verdict.IsSilent)]
    public Task ModelWithoutDetail_IsSilent() =>
        Verify.IsSilentAsync(File("""
            public class EditModel(ILogger<EditModel> logger) : PageModel
            {
                private string? _last;
                public string? Message { get; set; }
                public IActionResult OnPost()
                {
                    try { return Page(); } catch (Exception ex) { _last = ex.ToString(); Message = "Failed"; logger.LogError(_last); return Page(); }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "grpc", Verdict.Reports)]
    public Task RpcStatus_Reports() =>
        Verify.ReportsAsync(File("""
            public class Service
            {
                public void Call()
                {
                    try { Console.WriteLine(); }
                    catch (ArgumentException ex) { throw new RpcException(new Status(StatusCode.InvalidArgument, [|ex.ToString()|])); }
                    catch (Exception ex) { throw new RpcException(new Status(detail: [|"Failed" + ex.StackTrace|], statusCode: StatusCode.Internal), "local"); }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "grpc", Verdict.IsSilent)]
    public Task DebugExceptionOfAStatus_IsSilent() =>
        Verify.IsSilentAsync(File("""
            public class Service
            {
                public void Call()
                {
                    try { Console.WriteLine(); }
                    catch (Exception ex) { throw new RpcException(new Status(StatusCode.Internal, "Failed", ex), ex.ToString()); }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "signalr", Verdict.Reports)]
    public Task HubExceptionAndHubResult_Report() =>
        Verify.ReportsAsync(File("""
            public class ChatHub : Hub
            {
                public async Task<string> Send(string text)
                {
                    try { return text; }
                    catch (ArgumentException ex) { throw new HubException([|$"Failed {ex}"|], ex); }
                    catch (FormatException ex) { await Clients.Caller.SendAsync("error", "Failed", [|ex.StackTrace|]); return ""; }
                    catch (Exception ex) { return [|ex.ToString()|]; }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "signalr", Verdict.IsSilent)]
    public Task HubExceptionWithAGenericMessage_IsSilent() =>
        Verify.IsSilentAsync(File("""
            public class ChatHub(ILogger<ChatHub> logger) : Hub
            {
                public Task Send(string text)
                {
                    try { return Clients.All.SendAsync("message", text); }
                    catch (Exception ex) { logger.LogError(ex, "Failed"); throw new HubException("Failed", ex); }
                }
            }
            """));

    [Fact]
    [Clause(Rule, "functions", Verdict.Reports)]
    public Task ResponseOfAFunction_Reports() => Verify.ReportsAsync(Function("await response.WriteStringAsync([|ex.ToString()|]);"));

    [Fact]
    [Clause(Rule, "functions", Verdict.IsSilent)]
    public Task ResponseOfAFunctionWithoutDetail_IsSilent() => Verify.IsSilentAsync(Function("await response.WriteStringAsync(\"Failed\" + ex.HResult);"));

    private static string Function(string statement) => File($$"""
        public class Orders
        {
            public async Task Run(Microsoft.Azure.Functions.Worker.Http.HttpResponseData response)
            {
                try { await Task.Yield(); } catch (Exception ex) { {{statement.Replace("await response.WriteStringAsync(", "await Microsoft.Azure.Functions.Worker.Http.HttpResponseDataExtensions.WriteStringAsync(response, ", StringComparison.Ordinal)}} }
            }
        }

        namespace Microsoft.Azure.Functions.Worker.Http
        {
            public class HttpResponseData;
            public static class HttpResponseDataExtensions
            {
                public static Task WriteStringAsync(this HttpResponseData response, string value) => Task.CompletedTask;
            }
        }
        """);

    [Fact]
    [Clause(Rule, "system-web", Verdict.Reports)]
    public Task SystemWeb_Reports() =>
        Verify.ReportsAsync(
            """
            using System;
            using System.Web;
            public class Handler : IHttpHandler
            {
                public bool IsReusable => false;
                public void ProcessRequest(HttpContext context)
                {
                    try { Console.WriteLine(); }
                    catch (Exception ex)
                    {
                        context.Response.Write([|ex.ToString()|]);
                        context.Response.StatusDescription = [|ex.StackTrace|];
                        context.Response.Output.WriteLine([|ex|]);
                    }
                }
            }
            """,
            Setting.Default with { Framework = TestReferences.Net48 });

    [Fact]
    [Clause(Rule, "system-web", Verdict.IsSilent)]
    public Task SystemWebBehindItsSwitches_IsSilent() =>
        Verify.IsSilentAsync(
            """
            using System;
            using System.Web;
            public class Handler : IHttpHandler
            {
                public bool IsReusable => false;
                public void ProcessRequest(HttpContext context)
                {
                    try { Console.WriteLine(); }
                    catch (Exception ex)
                    {
                        if (context.IsDebuggingEnabled || context.Request.IsLocal)
                            context.Response.Write(ex.ToString());
                        if (!context.IsCustomErrorEnabled)
                            context.Response.Write(ex.StackTrace);
                        context.Response.Write("Failed");
                    }
                }
            }
            """,
            Setting.Default with { Framework = TestReferences.Net48 });
}
