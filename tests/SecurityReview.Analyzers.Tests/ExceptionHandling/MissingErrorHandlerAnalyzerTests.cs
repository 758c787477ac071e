using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.ExceptionHandling;
using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.PipelineCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.MissingErrorHandlerAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Which programs have nothing that handles the exceptions of production.</summary>
public class MissingErrorHandlerAnalyzerTests
{
    private const string Rule = RuleIds.ErrorHandlerMissing;
    private const string Answers500 = "catch (Exception) { context.Response.StatusCode = 500; }";

    [Fact]
    [Clause(Rule, "web", Verdict.Reports)]
    public Task ProgramWithoutHandler_Reports() =>
        Verify.ReportsAsync(
            Program("app.UseHttpsRedirection();", run: "{|#0:app.Run()|};"),
            Setting.Program,
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.ErrorHandlerMissing).WithLocation(0)
                .WithMessage("'app' serves requests without a handler for the exceptions of production; add one with AddProblemDetails and UseExceptionHandler"));

    [Theory]
    [InlineData("await [|app.RunAsync()|];")]
    [InlineData("[|app.Run(\"http://localhost:5000\")|];")]
    [InlineData("await [|app.StartAsync()|]; await app.WaitForShutdownAsync();")]
    [InlineData("Start(); void Start() => [|app.Run()|];")]
    [Clause(Rule, "web", Verdict.Reports)]
    public Task OtherWaysToRun_Report(string run) => Verify.ReportsAsync(Program("", run: run), Setting.Program);

    [Fact]
    [Clause(Rule, "web", Verdict.Reports)]
    public Task MainMethod_Reports() =>
        Verify.ReportsAsync(
            Usings + """
            public static class Server
            {
                public static async Task Main(string[] args)
                {
                    await using var site = Build(args);
                    await [|site.RunAsync()|];
                }

                private static WebApplication Build(string[] args)
                {
                    var built = WebApplication.Create(args);
                    built.MapPost("/orders", (Order order) => Results.Ok(order));
                    return built;
                }
            }

            public record Order(int Id);
            """,
            Setting.Program);

    [Fact]
    [Clause(Rule, "web", Verdict.IsSilent)]
    public Task Library_IsSilent() =>
        Verify.IsSilentAsync(Usings + "public static class Server { public static void Run(WebApplication app) { app.MapGet(\"/orders\", () => 1); app.Run(); } }");

    [Fact]
    [Clause(Rule, "web", Verdict.IsSilent)]
    public Task Worker_IsSilent() =>
        Verify.IsSilentAsync(
            Usings + """
            var host = Host.CreateDefaultBuilder(args).ConfigureServices(services => services.AddHostedService<Clock>()).Build();
            new Map().MapGet("x");
            host.Run();

            public class Map { public void MapGet(string key) { } }
            public class Clock : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => Task.CompletedTask; }
            """,
            Setting.Program);

    private static string Startup(string configure) => Usings + $$"""
        public class Program
        {
            public static void Main(string[] args) => RUN;

            public static IHostBuilder CreateHostBuilder(string[] args) => Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
        }

        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => services.AddControllers();

            public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
            {
                {{configure}}
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapControllers());
            }
        }

        """;

    [Fact]
    [Clause(Rule, "host", Verdict.Reports)]
    public Task HostWithStartup_Reports() =>
        Verify.ReportsAsync(Startup("if (env.IsDevelopment()) app.UseDeveloperExceptionPage();").Replace("RUN", "[|CreateHostBuilder(args).Build().Run()|]", StringComparison.Ordinal), Setting.Program);

    [Fact]
    [Clause(Rule, "host", Verdict.IsSilent)]
    public Task HostWithHandlerInStartup_IsSilent() =>
        Verify.IsSilentAsync(
            Startup("if (env.IsDevelopment()) { app.UseDeveloperExceptionPage(); } else { app.UseExceptionHandler(\"/error\"); app.UseHsts(); }").Replace("RUN", "CreateHostBuilder(args).Build().Run()", StringComparison.Ordinal),
            Setting.Program);

    [Theory]
    [InlineData("app.MapControllers();")]
    [InlineData("app.MapRazorPages();")]
    [InlineData("app.MapGroup(\"/api\").MapPost(\"/x\", () => 1);")]
    [Clause(Rule, "endpoints", Verdict.Reports)]
    public Task MappedEndpoints_Report(string map) =>
        Verify.ReportsAsync(Usings + $"var builder = WebApplication.CreateBuilder(args); builder.Services.AddRazorPages(); var app = builder.Build(); {map} [|app.Run()|];", Setting.Program);

    [Theory]
    [InlineData("app.MapHealthChecks(\"/health\");")]
    [InlineData("app.UseStaticFiles();")]
    [InlineData("app.Run(context => context.Response.WriteAsync(\"here\"));")]
    [Clause(Rule, "endpoints", Verdict.IsSilent)]
    public Task NoEndpointsOfItsOwn_IsSilent(string map) => Verify.IsSilentAsync(Usings + $"var app = WebApplication.Create(args); {map} app.Run();", Setting.Program);

    private const string Grpc = """

        public class Greeter;
        public static class GrpcEndpoints { public static void MapGrpcService<T>(this WebApplication app) => app.UseRouting(); }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("app.MapGet(\"/\", () => \"Call this service by a client of gRPC.\");")]
    [InlineData("app.MapHealthChecks(\"/health\");")]
    [Clause(Rule, "endpoints", Verdict.IsSilent)]
    public Task GrpcServicesAlone_AreSilent(string beside) =>
        Verify.IsSilentAsync(Usings + $"var app = WebApplication.Create(args); app.MapGrpcService<Greeter>(); {beside} app.Run();" + Grpc, Setting.Program);

    [Theory]
    [InlineData("app.MapGet(\"/\", (HttpContext context) => context.Request.Path.Value);")]
    [InlineData("app.MapGet(\"/\", () => \"Call this service by a client of gRPC.\"); app.MapControllers();")]
    [Clause(Rule, "endpoints", Verdict.Reports)]
    public Task EndpointsBesideGrpcServices_Report(string beside) =>
        Verify.ReportsAsync(
            Usings + $"var builder = WebApplication.CreateBuilder(args); builder.Services.AddControllers(); var app = builder.Build(); app.MapGrpcService<Greeter>(); {beside} [|app.Run()|];" + Grpc, Setting.Program);

    [Theory]
    [InlineData("app.UseExceptionHandler();", "")]
    [InlineData("app.UseExceptionHandler(\"/error\");", "")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage(); else app.UseExceptionHandler(errors => errors.Run(context => context.Response.WriteAsync(\"no\")));", "")]
    [InlineData("app.UseErrors();", "public static class Pipeline { public static void UseErrors(this WebApplication app) => app.UseExceptionHandler(\"/error\"); }")]
    [InlineData("Configure(app); static void Configure(IApplicationBuilder app) => app.UseExceptionHandler(\"/error\");", "")]
    [Clause(Rule, "use", Verdict.IsSilent)]
    public Task UsedHandler_IsSilent(string pipeline, string types) => Verify.IsSilentAsync(Program(pipeline, types), Setting.Program);

    [Theory]
    [InlineData("// app.UseExceptionHandler();", "")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseExceptionHandler(\"/error-development\");", "")]
    [InlineData("", "public static class Pipeline { public static void UseErrors(this WebApplication app) => app.UseExceptionHandler(\"/error\"); }")]
    [InlineData("app.UseStatusCodePages();", "")]
    [Clause(Rule, "use", Verdict.Reports)]
    public Task HandlerThatProductionDoesNotRun_Reports(string pipeline, string types) => Verify.ReportsAsync(Program(pipeline, types, "[|app.Run()|];"), Setting.Program);

    [Theory]
    [InlineData("public class Answers : IExceptionHandler { public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken stop) => new(true); }")]
    [InlineData("public class Answers : ExceptionFilterAttribute { public override void OnException(ExceptionContext context) => context.ExceptionHandled = true; }")]
    [InlineData("public class Answers : IAsyncExceptionFilter { public Task OnExceptionAsync(ExceptionContext context) => Task.CompletedTask; }")]
    [Clause(Rule, "handler", Verdict.IsSilent)]
    public Task HandlerOrFilter_IsSilent(string types) => Verify.IsSilentAsync(Program("", types), Setting.Program);

    [Theory]
    [InlineData("public class ExceptionHandler { public bool TryHandle(Exception exception) => exception is IOException; }")]
    [InlineData("public class Errors(IExceptionHandlerFeature feature) { public string Path => feature.Path; }")]
    [Clause(Rule, "handler", Verdict.Reports)]
    public Task TypeThatHandlesNothing_Reports(string types) => Verify.ReportsAsync(Program("", types, "[|app.Run()|];"), Setting.Program);

    [Theory]
    [InlineData("app.UseMiddleware<Answers>();", Answers500)]
    [InlineData("app.UseMiddleware(typeof(Answers));", "catch (IOException) { throw; } catch (Exception ex) when (!context.Response.HasStarted) { await context.Response.WriteAsync(ex.GetType().Name); }")]
    [InlineData("app.UseMiddleware<Answers>();", "catch { context.Response.StatusCode = 500; }")]
    [Clause(Rule, "middleware", Verdict.IsSilent)]
    public Task CatchAllMiddleware_IsSilent(string pipeline, string clauses) => Verify.IsSilentAsync(Program(pipeline, Middleware(clauses)), Setting.Program);

    [Fact]
    [Clause(Rule, "middleware", Verdict.IsSilent)]
    public Task InlineMiddleware_IsSilent() =>
        Verify.IsSilentAsync(Program("app.Use(async (context, next) => { try { await next(context); } catch (Exception) { context.Response.StatusCode = 500; } });"), Setting.Program);

    [Theory]
    [InlineData("", Answers500)]
    [InlineData("app.UseMiddleware<Answers>();", "catch (Exception ex) { Console.Error.WriteLine(ex); throw; }")]
    [InlineData("app.UseMiddleware<Answers>();", "catch (IOException) { context.Response.StatusCode = 503; }")]
    [InlineData("app.UseMiddleware<Answers>();", "finally { Console.WriteLine(context.Request.Path); }")]
    [Clause(Rule, "middleware", Verdict.Reports)]
    public Task MiddlewareThatIsNoHandler_Reports(string pipeline, string clauses) => Verify.ReportsAsync(Program(pipeline, Middleware(clauses), "[|app.Run()|];"), Setting.Program);

    [Theory]
    [InlineData("Acme.Web", "UseAcmeErrorPages")]
    [InlineData("Acme.Web", "UseGlobalExceptionHandling")]
    [InlineData("Test.Defaults", "UseDefaults")]
    [Clause(Rule, "extension", Verdict.IsSilent)]
    public async Task ExtensionOfALibrary_IsSilent(string assembly, string method) => Assert.Empty(await FindingsAsync(assembly, method));

    [Theory]
    [InlineData("Acme.Web", "UseDefaults")]
    [InlineData("Acme.Web", "UseErrorLogging")]
    [Clause(Rule, "extension", Verdict.Reports)]
    public async Task ExtensionThatIsAboutSomethingElse_Reports(string assembly, string method) => Assert.Single(await FindingsAsync(assembly, method));

    [Fact]
    [Clause(Rule, "extension", Verdict.Reports)]
    public Task OwnExtensionThatAddsNothing_Reports() =>
        Verify.ReportsAsync(
            Program("app.UseErrorHandling();", "public static class Pipeline { public static IApplicationBuilder UseErrorHandling(this IApplicationBuilder app) => app.UseStatusCodePages(); }", "[|app.Run()|];"),
            Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Program("app.Use(async (context, next) => { try { await next( } catch ( ; app.UseMiddleware<>( ; app.UseError< ; if (", run: "app.Run("), Setting.Program with { Broken = true });

    /// <summary>The findings in a program that calls an extension method of another assembly.</summary>
    private static async Task<IEnumerable<Diagnostic>> FindingsAsync(string assembly, string method)
    {
        using var image = new MemoryStream();
        var library = Compilations.Create($"using Microsoft.AspNetCore.Builder; namespace Microsoft.AspNetCore.Builder {{ public static class Extensions {{ public static void {method}(this IApplicationBuilder app) {{ }} }} }}", Setting.Default)
            .WithAssemblyName(assembly).Emit(image);
        Assert.True(library.Success);
        var compilation = Compilations.Create(Program($"app.{method}();"), Setting.Program).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Empty(compilation.GetDiagnostics().Where(static item => item.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([new MissingErrorHandlerAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
