using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.ResponseCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.ExceptionDetailAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>What keeps details to developers, and where code stands.</summary>
public class ExceptionDetailGuardAnalyzerTests
{
    private const string Rule = RuleIds.ExceptionDetailInResponse;

    [Theory]
    [InlineData("environment.IsDevelopment()")]
    [InlineData("environment.IsDevelopment() || environment.IsStaging()")]
    [InlineData("environment.IsEnvironment(Environments.Development)")]
    [InlineData("environment.IsEnvironment(\"Local\")")]
    [InlineData("!environment.IsProduction()")]
    [InlineData("environment.EnvironmentName == \"Development\"")]
    [InlineData("string.Equals(environment.EnvironmentName, Environments.Development, StringComparison.OrdinalIgnoreCase)")]
    [InlineData("Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\"")]
    [InlineData("System.Diagnostics.Debugger.IsAttached")]
    [Clause(Rule, "guard-direct", Verdict.IsSilent)]
    public Task DevelopmentGuard_IsSilent(string guard) => Verify.IsSilentAsync(Catch($"if ({guard}) return StatusCode(500, ex.ToString()); return StatusCode(500);"));

    [Theory]
    [InlineData("id > 1")]
    [InlineData("!environment.IsDevelopment()")]
    [InlineData("environment.IsProduction()")]
    [InlineData("environment.IsEnvironment(\"Production\")")]
    [InlineData("environment.EnvironmentName != \"Development\"")]
    [InlineData("environment.IsDevelopment() || id > 1")]
    [InlineData("User.Identity!.IsAuthenticated")]
    [Clause(Rule, "guard-direct", Verdict.Reports)]
    public Task OtherGuard_Reports(string guard) => Verify.ReportsAsync(Catch($"if ({guard}) return StatusCode(500, [|ex.ToString()|]); return StatusCode(500);"));

    [Fact]
    public Task VariableOfTheCompiler_IsNoGuard() => Verify.ReportsAsync(Catch("lock (logger) { return StatusCode(500, [|ex.ToString()|]); }"));

    [Fact]
    [Clause(Rule, "guard-dominates", Verdict.Reports)]
    public Task GuardThatOnlyStandsThere_Reports() =>
        Verify.ReportsAsync(Catch("""
            if (environment.IsDevelopment())
                logger.LogError(ex, "Failed");
            return StatusCode(500, [|ex.ToString()|]);
            """));

    [Fact]
    [Clause(Rule, "guard-dominates", Verdict.IsSilent)]
    public Task GuardAroundAnOuterBlock_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            if (environment.IsDevelopment())
            {
                foreach (var line in ex.StackTrace!.Split('\n'))
                {
                    if (line.Length > id)
                        return StatusCode(500, line);
                }
            }

            return StatusCode(500);
            """));

    [Theory]
    [InlineData("var isDev = environment.IsDevelopment(); if (isDev) return StatusCode(500, ex.ToString()); return StatusCode(500);")]
    [InlineData("var show = environment.IsDevelopment() || environment.IsStaging(); return StatusCode(500, show ? ex.ToString() : \"Failed\");")]
    [InlineData("var show = environment.IsDevelopment(); Func<string> text = () => show ? ex.ToString() : \"Failed\"; Func<IActionResult> answer = () => show ? StatusCode(500, ex.ToString()) : StatusCode(500); return answer();")]
    [Clause(Rule, "guard-local", Verdict.IsSilent)]
    public Task GuardInALocal_IsSilent(string statements) => Verify.IsSilentAsync(Catch(statements));

    [Fact]
    [Clause(Rule, "guard-local", Verdict.Reports)]
    public Task LocalThatIsOverwritten_Reports() =>
        Verify.ReportsAsync(Catch("""
            var show = environment.IsDevelopment();
            show = id > 1;
            if (show)
                return StatusCode(500, [|ex.ToString()|]);
            return StatusCode(500);
            """));

    [Theory]
    [InlineData("private readonly bool _show;\n public OrdersController(IHostEnvironment environment) => _show = environment.IsDevelopment();", "_show")]
    [InlineData("public required IHostEnvironment Host { get; init; } private bool Visible => Host.IsDevelopment();", "Visible")]
    [InlineData("private static readonly bool s_hidden = new HostBuilder().Build() is not null; public bool IncludeStackTrace { get; set; }", "IncludeStackTrace")]
    [InlineData("private bool _isDevelopment = true;", "_isDevelopment")]
    [Clause(Rule, "guard-field", Verdict.IsSilent)]
    public Task GuardInAMember_IsSilent(string members, string guard) => Verify.IsSilentAsync(Member(members, guard, "", ""));

    [Theory]
    [InlineData("private readonly bool _show;\n public OrdersController(IHostEnvironment environment) => _show = environment.IsProduction();", "_show")]
    [InlineData("private bool _ready; public void Start(IHostEnvironment environment) { _ready = environment.IsDevelopment(); } public void Stop() { _ready = true; }", "_ready")]
    [Clause(Rule, "guard-field", Verdict.Reports)]
    public Task OtherMember_Reports(string members, string guard) => Verify.ReportsAsync(Member(members, guard, "[|", "|]"));

    private static string Member(string members, string guard, string before, string after) => File($$"""
        public class OrdersController : ControllerBase
        {
            {{members}}

            public IActionResult Get()
            {
                try { return Ok(); }
                catch (Exception ex)
                {
                    return {{guard}} ? StatusCode(500, {{before}}ex.ToString(){{after}}) : StatusCode(500);
                }
            }
        }
        """);

    [Fact]
    [Clause(Rule, "guard-early-return", Verdict.IsSilent)]
    public Task EarlyReturn_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            if (!environment.IsDevelopment())
                return StatusCode(500);
            return StatusCode(500, ex.ToString());
            """));

    [Fact]
    [Clause(Rule, "guard-early-return", Verdict.Reports)]
    public Task EarlyReturnTheWrongWayRound_Reports() =>
        Verify.ReportsAsync(Catch("""
            if (environment.IsDevelopment())
                return StatusCode(500);
            return StatusCode(500, [|ex.ToString()|]);
            """));

    [Fact]
    [Clause(Rule, "guard-ternary", Verdict.IsSilent)]
    public Task GuardThatChoosesTheValue_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            var problem = new ProblemDetails { Title = "Failed", Detail = environment.IsDevelopment() ? ex.ToString() : null };
            var text = !environment.IsDevelopment() ? "Failed" : ex.StackTrace;
            var more = environment.IsDevelopment() switch { true => ex.StackTrace, false => "" };
            return StatusCode(500, new { problem, text, more, detail = environment.IsProduction() ? null : ex });
            """));

    [Fact]
    [Clause(Rule, "guard-ternary", Verdict.Reports)]
    public Task GuardThatChoosesBetweenDetails_Reports() =>
        Verify.ReportsAsync(Catch("""
            return StatusCode(500, [|environment.IsDevelopment() ? ex.ToString() : ex.StackTrace|]);
            """));

    [Fact]
    [Clause(Rule, "guard-chain", Verdict.IsSilent)]
    public Task GuardInAChain_IsSilent() =>
        Verify.IsSilentAsync(Catch("""
            if (id > 1 && environment.IsDevelopment() && ex.StackTrace is { } trace)
                return StatusCode(500, trace);
            return StatusCode(500);
            """));

    [Fact]
    [Clause(Rule, "guard-chain", Verdict.Reports)]
    public Task GuardInAnAlternative_Reports() =>
        Verify.ReportsAsync(Catch("""
            if ((id > 1 || environment.IsDevelopment()) && ex.StackTrace is { } trace)
                return StatusCode(500, [|trace|]);
            return StatusCode(500);
            """));

    [Fact]
    [Clause(Rule, "guard-filter", Verdict.IsSilent)]
    public Task GuardAsFilter_IsSilent() => Verify.IsSilentAsync(Filter("environment.IsDevelopment()", "", ""));

    [Fact]
    [Clause(Rule, "guard-filter", Verdict.Reports)]
    public Task OtherFilter_Reports() => Verify.ReportsAsync(Filter("ex.Data.Count > 0", "[|", "|]"));

    private static string Filter(string filter, string before, string after) => Controller($$"""
        public IActionResult Get()
            {
                try { Work(); return Ok(); }
                catch (Exception ex) when ({{filter}}) { return StatusCode(500, {{before}}ex.ToString(){{after}}); }
            }
        """);

    [Fact]
    [Clause(Rule, "guard-debug", Verdict.IsSilent)]
    public Task DebugBuild_IsSilent() =>
        Verify.IsSilentAsync("#define DEBUG\n" + Catch("""
            var text = "Failed";
            #if DEBUG
            text = ex.ToString();
            #endif
            #if !RELEASE && DEBUG
            if (id > 1)
                return StatusCode(500, ex.StackTrace);
            #else
            #endif
            #if RELEASE
            #else
            if (id > 2)
                return StatusCode(500, ex.StackTrace);
            #endif
            return StatusCode(500, text);
            """));

    [Fact]
    [Clause(Rule, "guard-debug", Verdict.Reports)]
    public Task OtherBuild_Reports() =>
        Verify.ReportsAsync("#define TRACE\n" + Catch("""
            #if DEBUG
            return StatusCode(500, ex);
            #elif TRACE
            if (id > 1)
                return StatusCode(500, [|ex.ToString()|]);
            #endif
            #if !DEBUG
            if (id > 2)
                return StatusCode(500, [|ex.StackTrace|]);
            #endif
            return StatusCode(500, [|ex.Source|]);
            """));

    [Theory]
    [InlineData("configuration.GetValue<bool>(\"ShowDetails\")")]
    [InlineData("configuration[\"Errors\"] == \"full\"")]
    [InlineData("bool.Parse(configuration[\"ShowErrors\"]!)")]
    [InlineData("configuration.GetSection(\"Errors\").Get<bool>()")]
    [InlineData("!configuration.GetValue<bool>(\"HideDetails\")")]
    [InlineData("new ErrorOptions().Visible")]
    [InlineData("!new ErrorOptions().HideDetails")]
    [Clause(Rule, "guard-configuration", Verdict.IsSilent)]
    public Task ConfigurationSwitch_IsSilent(string guard) =>
        Verify.IsSilentAsync(Catch($"if ({guard}) return StatusCode(500, ex.ToString()); return StatusCode(500);") + Options);

    [Theory]
    [InlineData("!configuration.GetValue<bool>(\"ShowDetails\")")]
    [InlineData("configuration.GetValue<bool>(\"HideDetails\")")]
    [InlineData("configuration.GetValue<int>(\"Level\") > 1")]
    [InlineData("new ErrorOptions().HideDetails")]
    [Clause(Rule, "guard-configuration", Verdict.Reports)]
    public Task SwitchTheWrongWayRound_Reports(string guard) =>
        Verify.ReportsAsync(Catch($"if ({guard}) return StatusCode(500, [|ex.ToString()|]); return StatusCode(500);") + Options);

    private const string Options = "public class ErrorOptions { public bool Visible { get; set; } public bool HideDetails { get; set; } }";

    [Fact]
    public Task LambdaAndLocalFunction_Report() =>
        Verify.ReportsAsync(Catch("""
            Func<IActionResult> answer = () => StatusCode(500, [|ex.ToString()|]);
            return id > 1 ? answer() : Answer(ex);

            IActionResult Answer(Exception failure)
            {
                Func<Exception, IActionResult> inner = deep => BadRequest([|deep.StackTrace|]);
                return id > 2 ? inner(failure) : BadRequest([|failure.ToString()|]);
            }
            """));

    [Fact]
    public Task AsyncMethodsAndLoops_Report() =>
        Verify.ReportsAsync(Controller("""
            public async Task<IActionResult> Get(int id)
                {
                    string? last = null;
                    for (var i = 0; i < 3; i++)
                    {
                        try
                        {
                            await Task.Delay(i);
                            return Ok();
                        }
                        catch (Exception ex)
                        {
                            last = ex.ToString();
                        }
                        finally
                        {
                            Work();
                        }
                    }

                    return StatusCode(500, [|last|]);
                }
            """));

    [Fact]
    public Task ExceptionHandlerInTopLevelStatements_Reports() =>
        Verify.ReportsAsync(Program("""
            app.UseExceptionHandler(errors => errors.Run(async context =>
            {
                var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                await context.Response.WriteAsync([|error?.ToString() ?? "Failed"|]);
            }));
            """), Setting.Program);

    [Fact]
    public Task TestProject_IsSilentUnlessAskedFor() =>
        Verify.IsSilentAsync(Catch("return Ok(ex);"), Setting.Default with { GlobalOptions = "build_property.IsTestProject = true" });

    [Theory]
    [InlineData("return Ok(ex.")]
    [InlineData("return StatusCode(500, ex")]
    [InlineData("return BadRequest(new { error = , ex });")]
    [InlineData("var show = show ? ex : ; return Ok(show);")]
    [InlineData("#if DEBUG\n return Ok(ex);")]
    [InlineData("return Unknown(ex.ToString()); ViewBag. = ex; ViewData[ = ex;")]
    [InlineData("} catch (Exception { return Ok(ex);")]
    public Task HalfTypedCode_DoesNotFail(string statements) => Verify.RunsAsync(Catch(statements));
}
