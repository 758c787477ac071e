using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Responses in bodies that do not speak of exceptions, which come by the detail from elsewhere.</summary>
public class ExceptionDetailReachAnalyzerTests
{
    [Fact]
    public Task ReturnedByAService_Reports() =>
        Verify.ReportsAsync(Controller("public IActionResult Get([FromServices] Importer importer) => Ok([|importer.Run()|]);") + """
            public class Importer
            {
                public string Run()
                {
                    try { return string.Join(",", File.ReadAllLines("x")); }
                    catch (IOException e) { return e.ToString(); }
                }
            }
            """);

    [Fact]
    public Task ReturnedByWhatAServiceCalls_Reports() =>
        Verify.ReportsAsync(Controller("public IActionResult Get([FromServices] Outer outer) { var text = outer.Describe(); return Ok([|text|]); }") + """
            public class Outer(Importer importer)
            {
                public string Describe() => "Result: " + importer.Run();
            }

            public class Importer
            {
                public string Run()
                {
                    try { return string.Join(",", File.ReadAllLines("x")); }
                    catch (IOException e) { return e.StackTrace ?? ""; }
                }
            }
            """);

    [Fact]
    public Task KeptInAField_Reports() =>
        Verify.ReportsAsync(Controller("""
            private string _last = "";

            private void Run()
            {
                try { Work(); }
                catch (InvalidOperationException e) { _last = e.ToString(); }
            }

            public IActionResult Get()
            {
                Run();
                return Ok([|_last|]);
            }
            """));

    [Fact]
    public Task HandedToAHelper_Reports() =>
        Verify.ReportsAsync(Controller("""
            public IActionResult Get()
            {
                try { Work(); return Ok(); }
                catch (InvalidOperationException e) { return Answer("Failed", e.ToString()); }
            }

            private IActionResult Answer(string title, string detail) => Between(title + ": " + detail);

            private IActionResult Between(string text) => StatusCode(500, [|text.Trim()|]);
            """));

    [Fact]
    public Task ThrownWithAnException_Reports() =>
        Verify.ReportsAsync(Controller("""
            public IActionResult Get()
            {
                try { Load(); return Ok(); }
                catch (ImportException failure) { return BadRequest([|failure.Message|]); }
            }

            private void Load() => Read();

            private void Read()
            {
                try { Work(); }
                catch (InvalidOperationException e) { throw new ImportException(e.ToString()); }
            }
            """) + """
            public class ImportException(string message) : Exception(message);
            """);

    [Fact]
    public Task LoggedAndAnsweredInGeneral_IsSilent() =>
        Verify.IsSilentAsync(Controller("""
            public IActionResult Get([FromServices] Importer importer)
            {
                try { return Ok(importer.Run()); }
                catch (IOException e) { logger.LogError(e, "Failed"); return StatusCode(500, "Failed"); }
            }
            """) + """
            public class Importer
            {
                public string Run()
                {
                    try { return string.Join(",", File.ReadAllLines("x")); }
                    catch (IOException e) { throw new InvalidOperationException("Failed", e); }
                }
            }
            """);

    [Fact]
    public Task DetailThatStaysInALog_IsSilent() =>
        Verify.IsSilentAsync(Controller("public IActionResult Get([FromServices] Importer importer) => Ok(importer.Run());") + """
            public class Importer(ILogger<Importer> logger)
            {
                public string Run()
                {
                    try { return string.Join(",", File.ReadAllLines("x")); }
                    catch (IOException e) { var detail = e.ToString(); logger.LogError("Failed: {Detail}", detail); return "Failed"; }
                }
            }
            """);
}
