using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorAnswers.Careless;

public interface IBookings { Task<Guid> Book(string room, DateOnly day); Task Cancel(Guid id); IEnumerable<string> Import(Stream file); }

public record Fault(int Code, string Text, string Hint = null);

[ApiController, Route("bookings")]
public class BookingsController(IBookings bookings) : ControllerBase
{
    [HttpPost]
    public async Task<ActionResult<Guid>> Post(string room, DateOnly day)
    {
        try
        {
            return await bookings.Book(room, day);
        }
        catch (SqlException e) when (e.Number == 2627)
        {
            return Conflict(new Fault(e.Number, e.Message)); // expect SECR2002
        }
        catch (Exception e)
        {
            return Fail(e);
        }
    }

    private ObjectResult Fail(Exception e) => StatusCode(500, new { e.Message, at = DateTime.UtcNow }); // expect SECR2002

    [HttpDelete("{id}")]
    public async Task<IActionResult> Delete(Guid id)
    {
        try
        {
            await bookings.Cancel(id);
            return NoContent();
        }
        catch (Exception failure)
        {
            return Content(Describe(failure)); // expect SECR2001
        }

        static string Describe(Exception e)
        {
            var text = new StringBuilder();
            while (e != null)
            {
                text.AppendLine(e.Message);
                e = e.InnerException;
            }

            return text.ToString();
        }
    }

    [HttpPost("import")]
    public IActionResult Import(IFormFile file)
    {
        try
        {
            return Ok(bookings.Import(file.OpenReadStream()));
        }
        catch (Exception ex)
        {
            return new JsonResult(new { ok = false, why = ex.GetBaseException().Message }); // expect SECR2001
        }
    }

    [HttpPost("import/all")]
    public IActionResult ImportAll(List<IFormFile> files)
    {
        var failures = new Dictionary<string, string>();
        foreach (var file in files)
        {
            try
            {
                bookings.Import(file.OpenReadStream());
            }
            catch (Exception ex)
            {
                failures[file.FileName] = ex.StackTrace;
            }
        }

        return failures.Count == 0 ? Ok() : UnprocessableEntity(failures); // expect SECR2001
    }

    [HttpGet("probe")]
    public IActionResult Probe()
    {
        try
        {
            bookings.Import(Stream.Null);
        }
        catch (IOException ex)
        {
            Response.Headers["X-Probe"] = ex.Message; // expect SECR2002
            return StatusCode(503);
        }

        return Ok();
    }

    [HttpGet("many")]
    public IActionResult Many()
    {
        try
        {
            Task.WaitAll(bookings.Cancel(Guid.Empty), bookings.Cancel(Guid.NewGuid()));
            return Ok();
        }
        catch (AggregateException all)
        {
            var lines = string.Join("; ", all.InnerExceptions.Select(one => one.Message));
            return BadRequest(lines); // expect SECR2001
        }
    }
}

public readonly struct Result<T>
{
    public T Value { get; private init; }
    public string Problem { get; private init; }
    public bool Ok => Problem is null;
    public static Result<T> Of(T value) => new() { Value = value };
    public static Result<T> No(string problem) => new() { Problem = problem };
}

public class RateService(DbConnection connection)
{
    public async Task<Result<decimal>> RateOf(string room)
    {
        try
        {
            return Result<decimal>.Of(await connection.ExecuteScalarAsync<decimal>("SELECT rate FROM rooms WHERE name = @room", new { room }));
        }
        catch (Exception ex)
        {
            return Result<decimal>.No(ex.Message);
        }
    }
}

public static class RateEndpoints
{
    public static IEndpointRouteBuilder MapRates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/rates");
        group.MapGet("/{room}", GetRate);
        group.MapGet("/{room}/history", Results<Ok<string[]>, BadRequest<string>> (string room) =>
        {
            try
            {
                return TypedResults.Ok(File.ReadAllLines("history/" + room.GetHashCode()));
            }
            catch (UnauthorizedAccessException denied)
            {
                return TypedResults.BadRequest(denied.Message); // expect SECR2002
            }
        });
        group.MapPost("/check", (RateCheck check) =>
        {
            var errors = new Dictionary<string, string[]>();
            try
            {
                JsonDocument.Parse(check.Json);
            }
            catch (JsonException ex)
            {
                errors["json"] = new[] { ex.Message };
            }

            return errors.Count > 0 ? Results.ValidationProblem(errors) : Results.Ok(); // expect SECR2002
        });
        return routes;
    }

    private static async Task<IResult> GetRate(string room, RateService rates)
    {
        var rate = await rates.RateOf(room);
        return rate.Ok ? Results.Ok(rate.Value) : Results.BadRequest(rate.Problem); // expect SECR2002
    }
}

public record RateCheck(string Json);

public class LastFailure
{
    private Exception _last;

    public void Keep(Exception ex) => _last = ex;

    public object Show() => new { when = DateTime.UtcNow, what = _last?.ToString() };
}

[Route("diagnostics")]
public class DiagnosticsController : Controller
{
    private readonly LastFailure _failure = new();

    [HttpPost]
    public void Run()
    {
        try
        {
            System.IO.File.ReadAllText("settings.json");
        }
        catch (Exception ex)
        {
            _failure.Keep(ex);
        }
    }

    [HttpGet]
    public object Get() => _failure.Show(); // expect SECR2001

    [HttpGet("page")]
    public IActionResult Page()
    {
        try
        {
            return View(System.IO.File.ReadAllText("page.html"));
        }
        catch (Exception ex)
        {
            TempData["err"] = $"Could not load the page: {ex}"; // expect SECR2001
            ViewBag.Reason = ex.Message; // expect SECR2002
            return RedirectToAction("Get");
        }
    }
}

public class ReportModel : PageModel
{
    public string Failure { get; private set; }

    public void OnGet()
    {
        try
        {
            System.IO.File.ReadAllText("report.txt");
        }
        catch (Exception e)
        {
            Failure = e switch { TimeoutException => "Too slow, try again.", _ => e.Message }; // expect SECR2002
        }
    }
}

public class GuardsController(IHostEnvironment env, ILogger<GuardsController> logger, IBookings bookings) : ControllerBase
{
    [HttpGet("/guards/1")]
    public async Task<IActionResult> Mentioned()
    {
        try { await bookings.Cancel(default); return Ok(); }
        catch (Exception ex)
        {
            if (env.IsDevelopment())
                logger.LogDebug(ex, "development");
            return Problem(ex.ToString()); // expect SECR2001
        }
    }

    [HttpGet("/guards/2")]
    public async Task<IActionResult> Either()
    {
        try { await bookings.Cancel(default); return Ok(); }
        catch (Exception ex)
        {
            return env.IsDevelopment() || User.IsInRole("support") ? Problem(ex.ToString()) : Problem(); // expect SECR2001
        }
    }

    [HttpGet("/guards/3")]
    public async Task<IActionResult> Reassigned([FromQuery] bool all)
    {
        var show = env.IsDevelopment();
        if (all)
            show = true;
        try { await bookings.Cancel(default); return Ok(); }
        catch (Exception ex)
        {
            if (!show)
                return StatusCode(500);
            return StatusCode(500, ex.StackTrace); // expect SECR2001
        }
    }

    [HttpGet("/guards/4")]
    public async Task<IActionResult> Reversed()
    {
        try { await bookings.Cancel(default); return Ok(); }
        catch (Exception ex) when (!env.IsDevelopment())
        {
            return BadRequest(new { ex.Source, ex.TargetSite?.Name }); // expect SECR2001
        }
    }
}

public class EverythingFilter : ExceptionFilterAttribute
{
    public override void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(context.Exception.Message) { StatusCode = 500 }; // expect SECR2002
        context.ExceptionHandled = true;
    }
}

public class ErrorMiddleware
{
    private readonly RequestDelegate _next;
    public ErrorMiddleware(RequestDelegate next) => _next = next;

    public async Task Invoke(HttpContext http)
    {
        try
        {
            await _next(http);
        }
        catch (Exception ex)
        {
            http.Response.ContentType = "application/json";
            var body = JsonSerializer.Serialize(new { error = "unhandled", ex.StackTrace });
            await http.Response.WriteAsync(body); // expect SECR2001
        }
    }
}

public class RoomsHub(IBookings bookings) : Hub
{
    public async Task<string> Book(string room)
    {
        try
        {
            return (await bookings.Book(room, DateOnly.MinValue)).ToString();
        }
        catch (Exception boom)
        {
            await Clients.Caller.SendAsync("failed", boom.ToString()); // expect SECR2001
            throw new HubException("Booking failed: " + boom.Message); // expect SECR2002
        }
    }
}

public class GrpcErrors
{
    public static RpcException Translate(Exception ex) => new(new Status(StatusCode.Internal, ex.ToString())); // expect SECR2001
}

public static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services) =>
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            if (context.Exception != null)
                context.ProblemDetails.Extensions["exception"] = context.Exception.ToString(); // expect SECR2001
        });
}
