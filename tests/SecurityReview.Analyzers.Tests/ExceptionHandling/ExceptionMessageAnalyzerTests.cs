using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.ExceptionMessageAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Of which exceptions the message may be sent.</summary>
public class ExceptionMessageAnalyzerTests
{
    private const string Rule = RuleIds.ExceptionMessageInResponse;

    private const string Types = "public class OrderException : Exception { } public class ValidationException : Exception { } public class OwnIoException : IOException { } " +
        "public class OwnDbException : System.Data.Common.DbException { } public class OwnJsonException : JsonException { } public class OwnCryptographicException : System.Security.Cryptography.CryptographicException { }";

    private static string Catch(string declaration, string statement) => Controller($$"""
        [HttpGet]
            public IActionResult Get(int id)
            {
                try
                {
                    Work();
                    return Ok();
                }
                catch ({{declaration}}
                {
                    {{statement}}
                }
            }
        """) + Types;

    [Fact]
    [Clause(Rule, "exception", Verdict.Reports)]
    public Task Message_Reports() =>
        Verify.ReportsAsync(
            Catch("Exception ex)", "return BadRequest({|#0:ex.Message|});"),
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.ExceptionMessageInResponse).WithLocation(0).WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithMessage("The message of 'Exception' is sent to the client; log the exception and answer with a message of your own"));

    [Theory]
    [InlineData("return StatusCode(500, [|$\"Failed: {ex.Message}\"|]);")]
    [InlineData("return StatusCode(500, [|new { error = ex.Message }|]);")]
    [InlineData("var text = ex.Message; return Problem(detail: [|text|]);")]
    [InlineData("ModelState.AddModelError(\"\", [|ex.Message|]); return BadRequest(ModelState);")]
    [InlineData("return BadRequest([|Text(ex)|]); string Text(Exception e) => e.Message;")]
    [Clause(Rule, "exception", Verdict.Reports)]
    public Task MessageInOtherForms_Reports(string statement) => Verify.ReportsAsync(Catch("Exception ex)", statement));

    [Theory]
    [InlineData("return BadRequest(\"Failed\");")]
    [InlineData("logger.LogError(\"Failed: {Text}\", ex.Message); return BadRequest();")]
    [Clause(Rule, "exception", Verdict.IsSilent)]
    public Task OtherAnswer_IsSilent(string statement) => Verify.IsSilentAsync(Catch("Exception ex)", statement));

    [Theory]
    [InlineData("Microsoft.Data.SqlClient.SqlException")]
    [InlineData("Npgsql.PostgresException")]
    [InlineData("Microsoft.EntityFrameworkCore.DbUpdateException")]
    [Clause(Rule, "database", Verdict.Reports)]
    public Task DatabaseException_Reports(string type) => ReportsOfAsync(type);

    [Theory]
    [InlineData("IOException")]
    [InlineData("System.Net.Http.HttpRequestException")]
    [InlineData("System.Net.Sockets.SocketException")]
    [Clause(Rule, "io", Verdict.Reports)]
    public Task IoException_Reports(string type) => ReportsOfAsync(type);

    [Theory]
    [InlineData("JsonException")]
    [InlineData("System.Xml.XmlException")]
    [Clause(Rule, "parsing", Verdict.Reports)]
    public Task ParsingException_Reports(string type) => ReportsOfAsync(type);

    [Theory]
    [InlineData("System.Reflection.TargetInvocationException")]
    [InlineData("AggregateException")]
    [InlineData("System.Security.Cryptography.CryptographicException")]
    [Clause(Rule, "other-families", Verdict.Reports)]
    public Task OtherFamily_Reports(string type) => ReportsOfAsync(type);

    [Theory]
    [InlineData("OwnDbException")]
    [InlineData("OrderException")]
    [Clause(Rule, "database", Verdict.IsSilent)]
    public Task OwnDatabaseException_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("OwnIoException")]
    [Clause(Rule, "io", Verdict.IsSilent)]
    public Task OwnIoException_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("OwnJsonException")]
    [Clause(Rule, "parsing", Verdict.IsSilent)]
    public Task OwnParsingException_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("KeyNotFoundException")]
    [InlineData("NotSupportedException")]
    [InlineData("OwnCryptographicException")]
    [Clause(Rule, "other-families", Verdict.IsSilent)]
    public Task ExceptionOfNoFamily_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("OrderException")]
    [Clause(Rule, "own-types", Verdict.IsSilent)]
    public Task OwnException_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("ValidationException")]
    [InlineData("BadHttpRequestException")]
    [InlineData("System.ComponentModel.DataAnnotations.ValidationException")]
    [Clause(Rule, "validation", Verdict.IsSilent)]
    public Task ValidationException_IsSilent(string type) => IsSilentOfAsync(type);

    [Theory]
    [InlineData("ArgumentNullException")]
    [InlineData("InvalidOperationException")]
    [InlineData("KeyNotFoundException")]
    [InlineData("NotSupportedException")]
    [InlineData("FormatException")]
    [Clause(Rule, "argument", Verdict.IsSilent)]
    public Task ArgumentException_IsSilent(string type) => IsSilentOfAsync(type);

    [Fact]
    [Clause(Rule, "own-types", Verdict.Reports)]
    public Task CatchBesideTheOwnOne_Reports() =>
        Verify.ReportsAsync(Catch("OrderException ex) { return Conflict(ex.Message); } catch (Exception ex)", "return BadRequest([|ex.Message|]);"));

    [Fact]
    [Clause(Rule, "validation", Verdict.Reports)]
    public Task CatchBesideValidation_Reports() =>
        Verify.ReportsAsync(Catch("ValidationException ex) { return BadRequest(ex.Message); } catch (JsonException ex)", "return BadRequest([|ex.Message|]);"));

    [Theory]
    [InlineData("ArgumentException")]
    [InlineData("InvalidOperationException")]
    [Clause(Rule, "argument", Verdict.Reports)]
    public Task ArgumentException_ReportsWithTheOption(string type) =>
        Verify.ReportsAsync(Catch(type + " ex)", "return BadRequest([|ex.Message|]);"), Setting.Default with { Options = "security_review.include_argument = true" });

    [Fact]
    [Clause(Rule, "client-safe", Verdict.IsSilent)]
    public Task ConfiguredException_IsSilent() =>
        Verify.IsSilentAsync(
            Catch("JsonException ex) { return BadRequest(ex.Message); } catch (Microsoft.Data.SqlClient.SqlException ex)", "return BadRequest(ex.Message);"),
            Setting.Default with { Options = "security_review.client_safe_exceptions = JsonException, System.Data.Common.DbException" });

    [Fact]
    [Clause(Rule, "client-safe", Verdict.Reports)]
    public Task OtherThanTheConfiguredException_Reports() =>
        Verify.ReportsAsync(Catch("IOException ex)", "return BadRequest([|ex.Message|]);"), Setting.Default with { Options = "security_review.client_safe_exceptions = JsonException" });

    [Fact]
    [Clause(Rule, "detail-first", Verdict.IsSilent)]
    public Task DetailIsSentToo_IsSilent() => Verify.IsSilentAsync(Catch("Exception ex)", "return BadRequest(new { ex.Message, ex.StackTrace });"));

    [Fact]
    [Clause(Rule, "detail-first", Verdict.Reports)]
    public Task MessageBesideTheDetail_Reports() =>
        Verify.ReportsAsync(Catch("Exception ex)", "if (id > 3) return BadRequest(ex.ToString()); return BadRequest([|ex.Message|]);"));

    [Theory]
    [InlineData("Exception ex) when (ex is OrderException or ValidationException)")]
    [InlineData("Exception ex) when (ex is OrderException)")]
    [InlineData("Exception ex) when (id > 3 && ex is ArgumentException)")]
    [Clause(Rule, "filter", Verdict.IsSilent)]
    public Task FilterToSafeTypes_IsSilent(string declaration) => Verify.IsSilentAsync(Catch(declaration, "return BadRequest(ex.Message);").Replace("(ex is", "(ex is", StringComparison.Ordinal));

    [Theory]
    [InlineData("Exception ex) when (ex is OrderException or IOException)")]
    [InlineData("Exception ex) when (ex is not OperationCanceledException)")]
    [InlineData("Exception ex) when (id > 3)")]
    [Clause(Rule, "filter", Verdict.Reports)]
    public Task OtherFilter_Reports(string declaration) => Verify.ReportsAsync(Catch(declaration, "return BadRequest([|ex.Message|]);"));

    [Theory]
    [InlineData("return ex switch { OrderException => Conflict(ex.Message), ValidationException invalid => BadRequest(invalid.Message), _ => StatusCode(500) };")]
    [InlineData("if (ex is OrderException) return Conflict(ex.Message); return StatusCode(500);")]
    [InlineData("if (ex is OrderException order) return Conflict(order.Message); return StatusCode(500);")]
    [InlineData("return BadRequest(ex is OrderException ? ex.Message : \"Failed\");")]
    [InlineData("switch (ex) { case OrderException: return Conflict(ex.Message); default: return StatusCode(500); }")]
    [InlineData("var status = ex is OrderException ? 409 : 500; return StatusCode(status, status == 500 ? \"Failed\" : ex.Message);")]
    [Clause(Rule, "narrowed", Verdict.IsSilent)]
    public Task NarrowedToSafeTypes_IsSilent(string statement) => Verify.IsSilentAsync(Catch("Exception ex)", statement));

    [Theory]
    [InlineData("return ex switch { OrderException => Conflict(), IOException => BadRequest([|ex.Message|]), _ => StatusCode(500, [|ex.Message|]) };")]
    [InlineData("if (ex is OrderException) return Conflict(); return StatusCode(500, [|ex.Message|]);")]
    [InlineData("return BadRequest([|ex is OrderException ? \"Failed\" : ex.Message|]);")]
    [Clause(Rule, "narrowed", Verdict.Reports)]
    public Task NotNarrowed_Reports(string statement) => Verify.ReportsAsync(Catch("Exception ex)", statement));

    [Theory]
    [InlineData("return BadRequest(environment.IsDevelopment() ? ex.Message : \"Failed\");")]
    [InlineData("if (!environment.IsDevelopment()) return StatusCode(500); return BadRequest(ex.Message);")]
    [Clause(Rule, "guard", Verdict.IsSilent)]
    public Task DevelopmentGuard_IsSilent(string statement) => Verify.IsSilentAsync(Catch("Exception ex)", statement));

    [Fact]
    [Clause(Rule, "guard", Verdict.Reports)]
    public Task OtherGuard_Reports() => Verify.ReportsAsync(Catch("Exception ex)", "if (environment.IsDevelopment()) logger.LogError(ex, \"x\"); return BadRequest([|ex.Message|]);"));

    [Fact]
    public Task HandlersAndResults_Report() =>
        Verify.ReportsAsync(File("""
            public class Middleware(RequestDelegate next)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try { await next(context); }
                    catch (Exception ex) { await context.Response.WriteAsync([|ex.Message|]); }
                }
            }

            public class Filter : IExceptionFilter
            {
                public void OnException(ExceptionContext context) => context.Result = new ObjectResult([|context.Exception.Message|]) { StatusCode = 500 };
            }

            public class Outcome { public bool Ok { get; init; } public string? Error { get; init; } }

            public class Service
            {
                public Outcome Run()
                {
                    try { Console.WriteLine(); return new Outcome { Ok = true }; }
                    catch (Exception ex) { return new Outcome { Error = ex.Message }; }
                }

                public Outcome Check()
                {
                    try { Console.WriteLine(); return new Outcome { Ok = true }; }
                    catch (ArgumentException ex) { return new Outcome { Error = ex.Message }; }
                }
            }

            public class Api(Service service) : ControllerBase
            {
                public IActionResult Get() => BadRequest([|service.Run().Error|]);
                public IActionResult Other() => BadRequest(service.Check().Error);
            }
            """));

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify.ReportsAsync(Program("app.MapGet(\"/\", () => { try { return Results.Ok(); } catch (Exception ex) { return Results.Problem([|ex.Message|]); } });"), Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Catch("Exception ex) when (ex is )", "return BadRequest(ex. ; return ex switch { Ord => Conflict(ex.Message ; if (ex is ) return Ok(ex.Message"), new Setting { Broken = true });

    private static Task ReportsOfAsync(string type) => Verify.ReportsAsync(Catch(type + " ex)", "return BadRequest([|ex.Message|]);"));

    private static Task IsSilentOfAsync(string type) => Verify.IsSilentAsync(Catch(type + " ex)", "return BadRequest(ex.Message);"));
}
