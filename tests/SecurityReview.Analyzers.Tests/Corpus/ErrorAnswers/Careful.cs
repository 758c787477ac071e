using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ErrorAnswers.Careful;

public class LoanException(string reason, Exception inner = null) : Exception(reason, inner)
{
    public string Code { get; init; } = "loan";
}

public interface ILoans { Task<int> Lend(int book, string reader); Task Return(int loan); }

public class ErrorOptions { public bool IncludeDetails { get; set; } public string Support { get; set; } }

public interface IMailer { Task Send(string to, string subject, string body); }

[ApiController, Route("loans")]
public class LoansController : ControllerBase
{
    private readonly ILoans _loans;
    private readonly ILogger<LoansController> _logger;
    private readonly IWebHostEnvironment2 _unused;
    private readonly bool _verbose;
    private readonly ErrorOptions _options;
    private readonly IMailer _mailer;

    public LoansController(ILoans loans, ILogger<LoansController> logger, IHostEnvironment env, IOptions<ErrorOptions> options, IMailer mailer, IWebHostEnvironment2 unused)
    {
        _loans = loans;
        _logger = logger;
        _verbose = env.IsDevelopment() || env.IsEnvironment("Local");
        _options = options.Value;
        _mailer = mailer;
        _unused = unused;
    }

    [HttpPost]
    public async Task<IActionResult> Lend(int book, string reader)
    {
        try
        {
            return Ok(await _loans.Lend(book, reader));
        }
        catch (LoanException refused)
        {
            return Conflict(new { refused.Code, refused.Message });
        }
        catch (ValidationException invalid)
        {
            return BadRequest(invalid.Message);
        }
        catch (ArgumentException wrong)
        {
            ModelState.AddModelError(wrong.ParamName ?? "", wrong.Message);
            return ValidationProblem(ModelState);
        }
        catch (Exception ex)
        {
            var id = Guid.NewGuid();
            _logger.LogError(ex, "Lending {Book} failed ({Id})", book, id);
            return StatusCode(500, new { error = "Something went wrong.", id, type = ex.GetType().Name, code = ex.HResult });
        }
    }

    [HttpPost("{loan}/return")]
    public async Task<IActionResult> Return(int loan)
    {
        try
        {
            await _loans.Return(loan);
            return NoContent();
        }
        catch (Exception ex) when (ex is ArgumentException or FormatException)
        {
            return BadRequest(ex.Message);
        }
        catch (JsonException ex)
        {
            return BadRequest(new { line = ex.LineNumber, position = ex.BytePositionInLine });
        }
        catch (DbUpdateException ex)
        {
            _logger.LogError(ex, "Loan {Loan}", loan);
            return Conflict(ex.Entries.Count);
        }
        catch (Exception ex)
        {
            if (!_verbose)
                return Problem();
            return Problem(ex.ToString());
        }
    }

    [HttpGet("state")]
    public async Task<IActionResult> State()
    {
        try
        {
            await _loans.Return(0);
            return Ok();
        }
        catch (Exception ex)
        {
            await _mailer.Send("ops@example.org", "State failed", ex.ToString());
            var text = _options.IncludeDetails ? ex.ToString() : "Ask " + _options.Support;
            return Problem(text, Activity.Current?.Id);
        }
    }

    [HttpGet("debug")]
    public IActionResult Debug()
    {
        try
        {
            return Ok(Environment.ProcessId);
        }
        catch (Exception ex)
        {
#if DEBUG
            return Content(ex.ToString());
#else
            _logger.LogCritical(ex, "No process");
            return StatusCode(500);
#endif
        }
    }
}

public interface IWebHostEnvironment2 { }

public class LoanHandler(IHostEnvironment environment, ILogger<LoanHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken token)
    {
        log.LogError(exception, "{Path}", context.Request.Path);
        var (status, title) = exception switch
        {
            LoanException loan => (409, loan.Message),
            KeyNotFoundException missing => (404, missing.Message),
            OperationCanceledException => (499, "Cancelled"),
            _ => (500, "Unexpected error"),
        };
        var problem = new ProblemDetails { Status = status, Title = title, Detail = environment.IsDevelopment() ? exception.ToString() : null };
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(problem, token);
        return true;
    }
}

public class LoanFilter(IHostEnvironment env) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var details = new Dictionary<string, object> { ["message"] = "The loan could not be made." };
        if (env.IsDevelopment() && context.HttpContext.Request.Query.ContainsKey("debug"))
        {
            details["exception"] = context.Exception.ToString();
        }

        context.Result = new ObjectResult(details) { StatusCode = 500 };
    }
}

public class ShelfHub(ILoans loans, ILogger<ShelfHub> logger) : Hub
{
    public async Task Lend(int book)
    {
        try
        {
            await loans.Lend(book, Context.UserIdentifier);
        }
        catch (Exception ex)
        {
            logger.LogError(ex, "Lend {Book}", book);
            throw new HubException("Busy, please try again.");
        }
    }
}

public class LoanStore(DbConnection connection)
{
    public async Task Save(int book)
    {
        try
        {
            await connection.ExecuteAsync("INSERT INTO loans (book) VALUES (@book)", new { book });
        }
        catch (DbException ex)
        {
            throw new LoanException("The loan could not be saved.", ex);
        }
    }
}

public static class LoanEndpoints
{
    public static void Map(WebApplication app)
    {
        var showErrors = app.Environment.IsDevelopment();
        app.MapPost("/quick", async (int book, LoanStore store) =>
        {
            try
            {
                await store.Save(book);
                return Results.Ok();
            }
            catch (LoanException e)
            {
                return Results.Conflict(e.Message);
            }
            catch (Exception e) when (showErrors)
            {
                return Results.Problem(e.ToString());
            }
        });
        app.Map("/error", (HttpContext http) =>
        {
            var failure = http.Features.Get<IExceptionHandlerFeature>()?.Error;
            return app.Environment.IsProduction() ? Results.Problem("Something went wrong.") : Results.Problem(failure?.StackTrace);
        });
    }
}

public static class CommandLine
{
    public static string Explain(Exception ex)
    {
        var text = $"{ex.GetType()}: {ex.Message}";
        Console.Error.WriteLine(ex);
        return text;
    }
}
