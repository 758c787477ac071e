using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>What of an exception is its detail.</summary>
public class ExceptionDetailSourceAnalyzerTests
{
    private const string Rule = RuleIds.ExceptionDetailInResponse;

    [Fact]
    [Clause(Rule, "object", Verdict.Reports)]
    public Task ExceptionItself_Reports() =>
        Verify.ReportsAsync(
            Controller("""
                public IActionResult Get()
                    {
                        try { Work(); return Ok(); }
                        catch {|#1:(Exception ex)|} { return StatusCode(500, {|#0:ex|}); }
                    }
                """),
            new DiagnosticResult(Descriptors.ExceptionDetailInResponse).WithLocation(0).WithLocation(1)
                .WithMessage("Detail of the caught exception is sent to the client; log the exception and answer with a generic message"));

    [Fact]
    [Clause(Rule, "action-result", Verdict.IsSilent)]
    public Task GeneralResult_IsSilent() => Verify.IsSilentAsync(Catch("logger.LogError(ex, \"Failed\"); return StatusCode(500, \"Failed\");"));

    [Fact]
    [Clause(Rule, "object", Verdict.IsSilent)]
    public Task OtherObject_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            logger.LogError(ex, "Failed");
            return StatusCode(500, new { error = "Failed", id, type = ex.GetType().Name });
            """));

    [Theory]
    [InlineData("ex.ToString()")]
    [InlineData("$\"Failed: {ex}\"")]
    [InlineData("\"Failed: \" + ex")]
    [InlineData("string.Format(\"{0}: {1}\", id, ex)")]
    [InlineData("string.Concat(\"x\", ex)")]
    [InlineData("JsonSerializer.Serialize(ex)")]
    [InlineData("JsonSerializer.Serialize(new { status = 500, detail = ex.ToString() })")]
    [InlineData("new StringBuilder(\"x\").Append(ex).ToString()")]
    [InlineData("ex.GetBaseException().ToString()")]
    [InlineData("ex.ToString().Replace(\"\\n\", \" \")")]
    [Clause(Rule, "to-string", Verdict.Reports)]
    public Task TextOfTheException_Reports(string text) => Verify.ReportsAsync(Catch($"return BadRequest([|{text}|]);"));

    [Theory]
    [InlineData("ex.GetType().Name")]
    [InlineData("$\"Failed: {id}\"")]
    [InlineData("nameof(ex)")]
    [InlineData("ex.ToString().Length")]
    [Clause(Rule, "to-string", Verdict.IsSilent)]
    public Task TextOfSomethingElse_IsSilent(string text) => Verify.IsSilentAsync(Catch($"return BadRequest({text});"));

    [Fact]
    [Clause(Rule, "stack-trace", Verdict.Reports)]
    public Task StackTraceThroughLocals_Reports() =>
        Verify.ReportsAsync(Catch("""
            var trace = ex.StackTrace ?? "";
            var lines = trace.Split('\n');
            string text;
            text = string.Join("; ", lines);
            return Content([|text|]);
            """));

    [Fact]
    [Clause(Rule, "stack-trace", Verdict.IsSilent)]
    public Task StackTraceThatIsOverwritten_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            var text = ex.StackTrace;
            logger.LogError("{Trace}", text);
            text = "Failed";
            return Content(text);
            """));

    [Theory]
    [InlineData("ex.InnerException")]
    [InlineData("ex.InnerException?.Message")]
    [InlineData("ex.InnerException!.InnerException!.Message")]
    [InlineData("(ex.InnerException ?? ex).Message")]
    [Clause(Rule, "inner-exception", Verdict.Reports)]
    public Task InnerException_Reports(string text) => Verify.ReportsAsync(Catch($"return Conflict([|{text}|]);"));

    [Fact]
    [Clause(Rule, "inner-exception", Verdict.IsSilent)]
    public Task MessageAlone_IsAnotherRule() =>
        Verify.IsSilentAsync(Catch("""
            var text = ex.Message;
            if (id > 1)
                return NotFound($"Failed: {text}");
            return BadRequest(new { error = ex.Message });
            """));

    [Theory]
    [InlineData("ex.Data")]
    [InlineData("ex.Data[\"sql\"]")]
    [InlineData("ex.Source")]
    [InlineData("ex.TargetSite")]
    [InlineData("ex.TargetSite!.Name + ex.Source")]
    [Clause(Rule, "data", Verdict.Reports)]
    public Task DataSourceAndTarget_Report(string text) => Verify.ReportsAsync(Catch($"return UnprocessableEntity([|{text}|]);"));

    [Theory]
    [InlineData("ex.HResult")]
    [InlineData("ex.GetType().FullName")]
    [Clause(Rule, "data", Verdict.IsSilent)]
    public Task CodeAndType_AreSilent(string text) => Verify.IsSilentAsync(Catch($"return UnprocessableEntity({text});"));

    [Fact]
    [Clause(Rule, "derived-source", Verdict.Reports)]
    public Task ExceptionFromElsewhere_Reports() =>
        Verify.ReportsAsync(File("""
            public class ErrorController : ControllerBase
            {
                [Route("/error")]
                public IActionResult Handle()
                {
                    var error = HttpContext.Features.Get<IExceptionHandlerFeature>()!.Error;
                    return Problem([|error.StackTrace|]);
                }
            }

            public class Filter : IExceptionFilter
            {
                public void OnException(ExceptionContext context) =>
                    context.Result = new ObjectResult([|context.Exception.ToString()|]) { StatusCode = 500 };
            }

            public class Handler : IExceptionHandler
            {
                public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, System.Threading.CancellationToken cancellationToken)
                {
                    await httpContext.Response.WriteAsJsonAsync([|new { trace = exception.StackTrace }|], cancellationToken);
                    return true;
                }
            }

            public class Work
            {
                public static IResult Report(Task task) => task.Exception is { } failure ? Results.Text([|failure.Flatten().ToString()|]) : Results.Ok();
            }
            """));

    [Fact]
    [Clause(Rule, "derived-source", Verdict.IsSilent)]
    public Task ExceptionMadeOnTheSpot_IsSilent() =>
        Verify.IsSilentAsync(Controller("""
            public IActionResult Get(int id)
                {
                    var failure = new InvalidOperationException("The order is closed.");
                    Exception other = id > 1 ? failure : new ArgumentException("Unknown order");
                    return BadRequest(other.ToString());
                }
            """));

    [Fact]
    [Clause(Rule, "own-exception", Verdict.IsSilent)]
    public Task MembersOfOwnExceptions_AreSilent() =>
        Verify.IsSilentAsync(OwnException("new { ex.Code, ex.Fields, ex.Message }", "", ""));

    [Fact]
    [Clause(Rule, "own-exception", Verdict.Reports)]
    public Task StackOfOwnExceptions_Reports() =>
        Verify.ReportsAsync(OwnException("new { ex.Code, ex.StackTrace }", "[|", "|]"));

    private static string OwnException(string answer, string before, string after) => File($$"""
        public class OrderException(string code) : Exception("The order is closed.")
        {
            public string Code { get; } = code;
            public List<string> Fields { get; } = [];
        }

        public class OrdersController : ControllerBase
        {
            public IActionResult Get()
            {
                try
                {
                    throw new OrderException("closed");
                }
                catch (OrderException ex)
                {
                    return Conflict({{before}}{{answer}}{{after}});
                }
            }
        }
        """);

    [Fact]
    [Clause(Rule, "logging", Verdict.IsSilent)]
    public Task LoggedAndRethrown_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            logger.LogError(ex, "Failed: {Trace}", ex.StackTrace);
            Console.Error.WriteLine(ex);
            if (id > 1)
                throw new InvalidOperationException("Failed", ex);
            return StatusCode(500, "Failed");
            """));

    [Fact]
    [Clause(Rule, "logging", Verdict.Reports)]
    public Task LoggedAndSent_Reports() =>
        Verify.ReportsAsync(Catch("""
            var text = ex.ToString();
            logger.LogError("Failed: {Text}", text);
            return StatusCode(500, [|text|]);
            """));
}
