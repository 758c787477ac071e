using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Grpc.Core;
using System.Text.Json;

namespace Errs;

public class ApiError { public string Message { get; set; } public string Detail { get; set; } public object Data { get; set; } public string TraceId { get; set; } }
public class ApiResponse<T>
{
    public bool Success { get; set; } public T Value { get; set; } public string Error { get; set; }
    public static ApiResponse<T> Fail(string e) => new() { Error = e };
}
public class DomainException : Exception { public DomainException(string m) : base(m) { } public string Code { get; init; } public int Status { get; init; } }
public interface ISvc { Task<int> Run(string x); }

[ApiController, Route("api/[controller]")]
public class ThingsController : ControllerBase
{
    private readonly ISvc _svc; private readonly ILogger<ThingsController> _logger; private readonly IHostEnvironment _env;
    public ThingsController(ISvc svc, ILogger<ThingsController> logger, IHostEnvironment env) { _svc = svc; _logger = logger; _env = env; }

    [HttpGet("1")]
    public async Task<IActionResult> A1(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            _logger.LogError(ex, "failed");
            return BadRequest(ex); // expect SECR2001
        }
    }

    [HttpGet("2")]
    public async Task<IActionResult> A2(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            return StatusCode(500, ex.ToString()); // expect SECR2001
        }
    }

    [HttpGet("3")]
    public async Task<IActionResult> A3(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception e)
        {
            return StatusCode(StatusCodes.Status500InternalServerError, new { message = "Something failed", stack = e.StackTrace }); // expect SECR2001
        }
    }

    [HttpGet("4")]
    public async Task<ActionResult<ApiResponse<int>>> A4(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception e)
        {
            var resp = new ApiResponse<int> { Success = false };
            resp.Error = $"Unexpected: {e}";
            return StatusCode(500, resp); // expect SECR2001
        }
    }

    [HttpGet("5")]
    public async Task<IActionResult> A5(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (DomainException e)
        {
            return Problem(detail: e.InnerException?.Message, statusCode: 422); // expect SECR2001
        }
    }

    [HttpGet("6")]
    public async Task<IActionResult> A6(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception e)
        {
            var pd = new ProblemDetails { Title = "Oops", Status = 500, Detail = e.StackTrace }; // expect SECR2001
            return new ObjectResult(pd) { StatusCode = 500 };
        }
    }

    [HttpGet("7")]
    public async Task<IActionResult> A7(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception e)
        {
            var inner = e;
            while (inner.InnerException != null) inner = inner.InnerException;
            return new JsonResult(new ApiError { Message = "failed", Detail = inner.ToString() }); // expect SECR2001
        }
    }

    [HttpGet("8")]
    public async Task<IActionResult> A8(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (AggregateException e)
        {
            var sb = new StringBuilder();
            foreach (var i in e.InnerExceptions) sb.AppendLine(i.ToString());
            return Content(sb.ToString()); // expect SECR2001
        }
    }

    [HttpGet("9")]
    public async Task<IActionResult> A9(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception e)
        {
            ModelState.AddModelError("", e.ToString()); // expect SECR2001
            return ValidationProblem(ModelState);
        }
    }

    [HttpGet("10")]
    public async Task A10(string x)
    {
        try { await _svc.Run(x); }
        catch (Exception e)
        {
            Response.StatusCode = 500;
            await Response.WriteAsync("Error: " + e); // expect SECR2001
        }
    }

    [HttpGet("11")]
    public async Task A11(string x)
    {
        try { await _svc.Run(x); }
        catch (Exception e)
        {
            Response.StatusCode = 500;
            await Response.WriteAsJsonAsync(new { error = e.GetBaseException().ToString() }); // expect SECR2001
        }
    }

    [HttpGet("12")]
    public async Task<IActionResult> A12(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception e)
        {
            return Ok(ApiResponse<int>.Fail(e.StackTrace)); // expect SECR2001
        }
    }

    [HttpGet("13")]
    public async Task<IActionResult> A13(string x)
    {
        string error = null;
        try { await _svc.Run(x); }
        catch (Exception e) { error = e.ToString(); }
        return error == null ? Ok() : BadRequest(error); // expect SECR2001
    }

    [HttpGet("14")]
    public async Task<IActionResult> A14([FromBody] string[] xs)
    {
        var errors = new List<string>();
        foreach (var x in xs)
        {
            try { await _svc.Run(x); }
            catch (Exception e) { errors.Add($"{x}: {e.StackTrace}"); }
        }
        return Ok(new { errors }); // expect SECR2001
    }

    [HttpGet("15")]
    public string A15(string x)
    {
        try { return x.Substring(4); }
        catch (Exception e) { return e.ToString(); } // expect SECR2001
    }

    [HttpGet("16")]
    public async Task<IActionResult> A16(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            return _env.IsProduction() ? StatusCode(500) : StatusCode(500, ex.ToString());
        }
    }

    [HttpGet("17")]
    public async Task<IActionResult> A17(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            var detail = _env.IsDevelopment() ? ex.ToString() : null;
            return Problem(detail: detail, title: "Unexpected error");
        }
    }

    [HttpGet("18")]
    public async Task<IActionResult> A18(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            var id = Guid.NewGuid();
            _logger.LogError(ex, "Error {Id}: {Stack}", id, ex.StackTrace);
            Console.Error.WriteLine(ex.ToString());
            return StatusCode(500, new { id, type = ex.GetType().Name });
        }
    }

    [HttpGet("19")]
    public async Task<IActionResult> A19(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (DomainException ex)
        {
            return StatusCode(ex.Status, new ApiError { Message = ex.Message, Detail = ex.Code });
        }
        catch (Exception ex) when (ex is KeyNotFoundException or ArgumentException)
        {
            return NotFound(ex.Message);
        }
    }

    [HttpGet("20")]
    public async Task<IActionResult> A20(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            HttpContext.Items["ex"] = ex;
            throw new DomainException("wrapped: " + ex.StackTrace) { Code = "X" };
        }
    }

    [HttpGet("21")]
    public async Task<IActionResult> A21(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            var n = ex.HResult;
            var isTimeout = ex.InnerException is TimeoutException;
            var hasStack = !string.IsNullOrEmpty(ex.StackTrace);
            return StatusCode(isTimeout ? 504 : 500, new { n, hasStack, len = ex.ToString().Length });
        }
    }

    [HttpGet("22")]
    public async Task<IActionResult> A22(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            var pd = new ProblemDetails { Title = "Error", Status = 500 };
            if (_env.IsDevelopment())
            {
                pd.Detail = ex.ToString();
                pd.Extensions["stack"] = ex.StackTrace;
            }
            return StatusCode(500, pd);
        }
    }

    [HttpGet("23")]
    public async Task<IActionResult> A23(string x)
    {
        try { return Ok(await _svc.Run(x)); }
        catch (Exception ex)
        {
            var pd = new ProblemDetails { Title = "Error", Status = 500 };
            pd.Extensions["stack"] = ex.StackTrace; // expect SECR2001
            return StatusCode(500, pd);
        }
    }

    [HttpGet("24")]
    public IActionResult A24(string x)
    {
        var feature = HttpContext.Features.Get<IExceptionHandlerFeature>();
        return Problem(feature.Error.StackTrace); // expect SECR2001
    }

    [HttpGet("25")]
    public IActionResult A25([FromServices] IHostEnvironment env)
    {
        if (!env.IsDevelopment()) return NotFound();
        var f = HttpContext.Features.Get<IExceptionHandlerFeature>()!;
        return Problem(detail: f.Error.StackTrace, title: f.Error.Message);
    }

    [HttpGet("26")]
    public IActionResult A26()
    {
        var dev = _env.IsDevelopment();
        try { return Ok(); }
        catch (Exception ex)
        {
            if (dev) return StatusCode(500, ex.ToString());
            return StatusCode(500, "Internal error");
        }
    }

    [HttpGet("27")]
    public IActionResult A27()
    {
        try { return Ok(); }
        catch (IOException ex)
        {
            Response.Headers["X-Error-Id"] = Guid.NewGuid().ToString();
            var data = ex.Data.Count;
            return Conflict(data);
        }
        catch (Exception ex)
        {
#if DEBUG
            return StatusCode(500, ex.ToString());
#else
            return StatusCode(500);
#endif
        }
    }

    [HttpGet("28")]
    public IActionResult A28()
    {
        try { return Ok(); }
        catch (Exception ex)
        {
            return BadRequest(new { ex.Message, ex.Source, ex.TargetSite?.Name }); // expect SECR2001
        }
    }

    [HttpGet("29")]
    public IActionResult A29()
    {
        try { return Ok(); }
        catch (Exception ex)
        {
            _logger.LogError("oops {@Ex}", ex);
            var text = ex.ToString();
            System.IO.File.AppendAllText("/var/log/app.log", text);
            return StatusCode(500, "Something went wrong");
        }
    }

    [HttpGet("30")]
    public IActionResult A30()
    {
        try { return Ok(); }
        catch (Exception ex)
        {
            var error = Map(ex);
            return StatusCode(error.Status ?? 500, error);
        }
        static ProblemDetails Map(Exception e) => e switch
        {
            DomainException d => new ProblemDetails { Status = d.Status, Title = d.Message },
            TimeoutException => new ProblemDetails { Status = 504 },
            _ => new ProblemDetails { Status = 500 },
        };
    }
}

public class GlobalFilter : IExceptionFilter
{
    private readonly IWebHostEnvironmentLike _e;
    public void OnException(ExceptionContext context)
    {
        context.Result = new ObjectResult(new { error = context.Exception.ToString() }) { StatusCode = 500 }; // expect SECR2001
        context.ExceptionHandled = true;
    }
}
public interface IWebHostEnvironmentLike { }

public class QuietFilter : ExceptionFilterAttribute
{
    private readonly ILogger<QuietFilter> _l;
    public QuietFilter(ILogger<QuietFilter> l) => _l = l;
    public override void OnException(ExceptionContext context)
    {
        _l.LogError(context.Exception, context.Exception.Message);
        context.Result = new ObjectResult(new ProblemDetails { Title = "Error", Instance = context.HttpContext.TraceIdentifier }) { StatusCode = context.Exception is DomainException d ? d.Status : 500 };
    }
}

public class LoudFilter : ExceptionFilterAttribute
{
    public override Task OnExceptionAsync(ExceptionContext context)
    {
        var ex = context.Exception;
        var error = new ApiError { Message = "Error", Detail = ex.StackTrace };
        context.Result = new JsonResult(error); // expect SECR2001
        return Task.CompletedTask;
    }
}

public class ErrorMiddleware
{
    private readonly RequestDelegate _next; private readonly ILogger<ErrorMiddleware> _log; private readonly IHostEnvironment _env;
    public ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> log, IHostEnvironment env) { _next = next; _log = log; _env = env; }
    public async Task InvokeAsync(HttpContext ctx)
    {
        try { await _next(ctx); }
        catch (Exception ex)
        {
            _log.LogError(ex, "Unhandled");
            ctx.Response.StatusCode = 500;
            ctx.Response.ContentType = "application/json";
            var payload = JsonSerializer.Serialize(new { status = 500, detail = ex.ToString() });
            await ctx.Response.WriteAsync(payload); // expect SECR2001
        }
    }
}

public class ErrorMiddlewareGood
{
    private readonly RequestDelegate _next; private readonly ILogger<ErrorMiddlewareGood> _log; private readonly IHostEnvironment _env;
    public ErrorMiddlewareGood(RequestDelegate next, ILogger<ErrorMiddlewareGood> log, IHostEnvironment env) { _next = next; _log = log; _env = env; }
    public async Task Invoke(HttpContext ctx)
    {
        try { await _next(ctx); }
        catch (Exception ex)
        {
            _log.LogError(ex, "Unhandled");
            var response = _env.IsDevelopment()
                ? new ApiError { Message = ex.Message, Detail = ex.StackTrace?.ToString() }
                : new ApiError { Message = "Internal Server Error" };
            var json = JsonSerializer.Serialize(response, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
            await ctx.Response.WriteAsync(json);
        }
    }
}

public class Handler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken ct)
    {
        var pd = new ProblemDetails { Status = 500, Title = "Server error", Detail = exception.ToString() }; // expect SECR2001
        await httpContext.Response.WriteAsJsonAsync(pd, ct);
        return true;
    }
}

public class HandlerGood : IExceptionHandler
{
    private readonly ILogger<HandlerGood> _l; public HandlerGood(ILogger<HandlerGood> l) => _l = l;
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken ct)
    {
        _l.LogError(exception, "Exception: {Message} {Stack}", exception.Message, exception.StackTrace);
        await httpContext.Response.WriteAsJsonAsync(new ProblemDetails { Status = 500, Title = "Server error", Type = exception.GetType().Name }, ct);
        return true;
    }
}

public class EditModel : PageModel
{
    private readonly ISvc _s; public EditModel(ISvc s) => _s = s;
    [TempData] public string Status { get; set; }
    public string Error { get; set; }
    public async Task<IActionResult> OnPostAsync(string x)
    {
        try { await _s.Run(x); }
        catch (Exception ex)
        {
            TempData["Error"] = ex.ToString(); // expect SECR2001
            ViewData["Trace"] = ex.StackTrace; // expect SECR2001
            ModelState.AddModelError(string.Empty, "Could not save");
            return Page();
        }
        return RedirectToPage();
    }
    public async Task OnGetAsync(string x)
    {
        try { await _s.Run(x); }
        catch (Exception ex) { Error = ex.StackTrace; } // expect SECR2001
    }
}

public class EditController : Controller
{
    public IActionResult Index()
    {
        try { return View(); }
        catch (Exception ex)
        {
            ViewBag.Error = ex.ToString(); // expect SECR2001
            return View("Error");
        }
    }
    public IActionResult Other()
    {
        try { return View(); }
        catch (Exception ex) { return View("Error", ex); } // expect SECR2001
    }
    public IActionResult Js()
    {
        try { return View(); }
        catch (Exception ex) { return Json(new { ok = false, error = ex.InnerException != null ? ex.InnerException.Message : "failed" }); } // expect SECR2001
    }
    public IActionResult Redirect2()
    {
        try { return View(); }
        catch (Exception ex) { Log(ex.ToString()); return RedirectToAction(nameof(Index)); }
    }
    private void Log(string s) => Console.WriteLine(s);
}

public class Hub1 : Hub
{
    public async Task Send(string m)
    {
        try { await Clients.All.SendAsync("m", m); }
        catch (Exception ex)
        {
            throw new HubException("failed: " + ex); // expect SECR2001
        }
    }
    public async Task Send2(string m)
    {
        try { await Clients.All.SendAsync("m", m); }
        catch (Exception ex) { throw new HubException("failed", ex); }
    }
    public async Task Send3(string m)
    {
        try { await Clients.All.SendAsync("m", m); }
        catch (Exception ex) { await Clients.Caller.SendAsync("error", ex.StackTrace); } // expect SECR2001
    }
}

public class GrpcThing
{
    public async Task<string> Get(string r, ServerCallContext context)
    {
        try { await Task.Yield(); return r; }
        catch (Exception ex) { throw new RpcException(new Status(StatusCode.Internal, ex.ToString())); } // expect SECR2001
    }
    public async Task<string> Get2(string r, ServerCallContext context)
    {
        try { await Task.Yield(); return r; }
        catch (DomainException ex) { throw new RpcException(new Status(StatusCode.Internal, "domain error " + ex.Code)); }
    }
}

public class Worker : BackgroundService
{
    public string LastError { get; private set; }
    protected override async Task ExecuteAsync(CancellationToken t)
    {
        try { await Task.Delay(1, t); }
        catch (Exception ex) { LastError = ex.ToString(); Console.WriteLine(ex); }
    }
}

public static class Ep
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/a", async (ISvc s) =>
        {
            try { return Results.Ok(await s.Run("x")); }
            catch (Exception ex) { return Results.Problem(ex.ToString()); } // expect SECR2001
        });
        app.MapGet("/b", async (ISvc s) =>
        {
            try { return Results.Ok(await s.Run("x")); }
            catch (Exception ex) when (app.Environment.IsDevelopment()) { return Results.Problem(ex.ToString()); }
        });
        app.MapGet("/c", async (ISvc s, ILogger<Worker> log) =>
        {
            try { return Results.Ok(await s.Run("x")); }
            catch (Exception ex) { log.LogError(ex, "x"); return Results.Problem("failed", statusCode: 500); }
        });
        app.MapGet("/d", async (ISvc s) =>
        {
            try { return TypedResults.Ok(await s.Run("x")); }
            catch (Exception ex) { return (IResult)TypedResults.BadRequest(new { ex.StackTrace }); } // expect SECR2001
        });
        app.UseExceptionHandler(a => a.Run(async ctx =>
        {
            var f = ctx.Features.Get<IExceptionHandlerPathFeature>();
            await ctx.Response.WriteAsync(f.Error.ToString()); // expect SECR2001
        }));
        if (app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(a => a.Run(async ctx =>
            {
                var f = ctx.Features.Get<IExceptionHandlerPathFeature>();
                await ctx.Response.WriteAsync(f.Error.ToString());
            }));
        }
        app.Use(async (ctx, next) =>
        {
            try { await next(ctx); }
            catch (Exception ex)
            {
                ctx.Response.StatusCode = 500;
                await ctx.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(ex.ToString())); // expect SECR2001
            }
        });
    }
}
