using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.GuardCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.FailOpenAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Authorization handlers, filters and middleware that let a request go on because they threw.</summary>
public class FailOpenPipelineAnalyzerTests
{
    private const string Rule = RuleIds.SecurityDecisionFailsOpen;

    private static string Handler(string statements) => File($$"""
        public class MinimumAge : IAuthorizationRequirement { }

        public class MinimumAgeHandler(ILogger<MinimumAgeHandler> logger) : AuthorizationHandler<MinimumAge>
        {
            protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MinimumAge requirement)
            {
                {{statements}}
                return Task.CompletedTask;
            }

            private bool Check(ClaimsPrincipal user) => user.Claims.Any() && logger.IsEnabled(LogLevel.Debug);
        }
        """);

    [Theory]
    [InlineData("try { if (Check(context.User)) context.Succeed(requirement); } [|catch|] (Exception ex) { logger.LogError(ex, \"No\"); context.Succeed(requirement); }")]
    [InlineData("try { if (Check(context.User)) context.Succeed(requirement); } [|catch|] { context.Succeed(requirement); }")]
    [Clause(Rule, "succeed", Verdict.Reports)]
    public Task SuccessInTheCatch_Reports(string statements) => Verify.ReportsAsync(Handler(statements));

    [Theory]
    [InlineData("try { if (!Check(context.User)) return Task.CompletedTask; } [|catch|] (FormatException) { } context.Succeed(requirement);")]
    [Clause(Rule, "handler", Verdict.Reports)]
    public Task HandlerThatGoesOnToSucceed_Reports(string statements) => Verify.ReportsAsync(Handler(statements));

    [Theory]
    [InlineData("try { if (Check(context.User)) context.Succeed(requirement); } catch (Exception ex) { logger.LogError(ex, \"No\"); }")]
    [InlineData("try { if (Check(context.User)) context.Succeed(requirement); } catch { context.Fail(); }")]
    [Clause(Rule, "succeed", Verdict.IsSilent)]
    public Task CatchThatDoesNotSucceed_IsSilent(string statements) => Verify.IsSilentAsync(Handler(statements));

    [Theory]
    [InlineData("try { if (!Check(context.User)) return Task.CompletedTask; } catch { return Task.CompletedTask; } context.Succeed(requirement);")]
    [InlineData("try { logger.LogInformation(\"x\"); } catch { } if (Check(context.User)) context.Succeed(requirement);")]
    [Clause(Rule, "handler", Verdict.IsSilent)]
    public Task HandlerThatDoesNotSucceed_IsSilent(string statements) => Verify.IsSilentAsync(Handler(statements));

    private static string Filter(string clause, string after = "") => File($$"""
        public class LicenceFilter(ILogger<LicenceFilter> logger) : IAuthorizationFilter
        {
            public void OnAuthorization(AuthorizationFilterContext context)
            {
                try
                {
                    if (!Check(context.HttpContext.Request.Headers["X-Key"].ToString()))
                        context.Result = new UnauthorizedResult();
                }
                {{clause}}
                {{after}}
            }

            private bool Check(string key) => key.Length > 3 && logger.IsEnabled(LogLevel.Debug);

            private static void Refuse(AuthorizationFilterContext context) => context.Result = new ForbidResult();
        }
        """);

    [Theory]
    [InlineData("[|catch|] { }")]
    [InlineData("[|catch|] (Exception ex) { logger.LogError(ex, \"No\"); }")]
    [InlineData("[|catch|] (Exception ex) { logger.LogError(ex, \"No {Path}\", context.HttpContext.Request.Path); return; }")]
    [Clause(Rule, "unset", Verdict.Reports)]
    public Task ResultThatStaysUnset_Reports(string clause) => Verify.ReportsAsync(Filter(clause));

    [Theory]
    [InlineData("catch { throw; }", "")]
    [InlineData("catch { context.Result = new ForbidResult(); }", "")]
    [InlineData("catch { Refuse(context); }", "")]
    [InlineData("catch (Exception ex) { logger.LogError(ex, \"No\"); }", "context.Result ??= new ForbidResult(); context.Result = new ForbidResult();")]
    [Clause(Rule, "unset", Verdict.IsSilent)]
    public Task ResultThatIsSet_IsSilent(string clause, string after) => Verify.IsSilentAsync(Filter(clause, after));

    [Fact]
    [Clause(Rule, "filter", Verdict.IsSilent)]
    public Task FilterThatIsNoGuard_IsSilent() =>
        Verify.IsSilentAsync(File("""
            public class TimingFilter : IAsyncActionFilter, IActionFilter
            {
                public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
                {
                    try { Check(context); } catch { }
                    await next();
                }

                public void OnActionExecuting(ActionExecutingContext context)
                {
                    try { Check(context); } catch { }
                }

                public void OnActionExecuted(ActionExecutedContext context) { }

                private static void Check(ActionExecutingContext context) => context.HttpContext.Items["start"] = DateTime.UtcNow;
            }
            """));

    [Fact]
    [Clause(Rule, "filter", Verdict.Reports)]
    public Task NextStep_Reports() =>
        Verify.ReportsAsync(File("""
            public class ApiKeyFilter : IAsyncActionFilter
            {
                public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
                {
                    try
                    {
                        if (!Keys.IsKnown(context.HttpContext)) { context.Result = new UnauthorizedResult(); return; }
                    }
                    [|catch|] { }

                    await next();
                }
            }

            public class TokenEndpointFilter : IEndpointFilter
            {
                public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
                {
                    try
                    {
                        if (!Keys.IsKnown(context.HttpContext))
                            return Results.Unauthorized();
                    }
                    [|catch|] (Exception)
                    {
                        return await next(context);
                    }

                    return await next(context);
                }
            }

            public class SignatureMiddleware(RequestDelegate next, ILogger<SignatureMiddleware> logger)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try
                    {
                        Keys.Verify(context);
                    }
                    [|catch|] (Exception ex)
                    {
                        logger.LogError(ex, "No signature");
                    }

                    await next(context);
                }
            }

            public static class Keys
            {
                public static bool IsKnown(HttpContext context) => context.Request.Headers.ContainsKey("X-Key");
                public static void Verify(HttpContext context) => context.Request.Headers["X-Key"].ToString().Trim();
            }
            """));

    [Fact]
    [Clause(Rule, "goes-on", Verdict.Reports)]
    public Task CodeThatRefuses_IsAGuardByWhateverName() =>
        Verify.ReportsAsync(File("""
            public static class Setup
            {
                public static void Use(WebApplication app, Func<string, int> check)
                {
                    app.Use(async (context, next) =>
                    {
                        try
                        {
                            if (check(context.Request.Path) > 3)
                            {
                                context.Response.StatusCode = 403;
                                return;
                            }
                        }
                        [|catch|] (Exception)
                        {
                        }

                        await next(context);
                    });
                    app.MapGet("/", () => "x").AddEndpointFilter(async (context, next) =>
                    {
                        try
                        {
                            if (check("x") > 3)
                                return Results.Unauthorized();
                        }
                        [|catch|]
                        {
                            return await next(context);
                        }

                        return await next(context);
                    });
                }
            }

            public class PlanFilter : IActionFilter
            {
                public void OnActionExecuting(ActionExecutingContext context)
                {
                    try
                    {
                        if (context.ActionArguments.Count == 0)
                            context.Result = new ForbidResult();
                    }
                    [|catch|] (Exception)
                    {
                    }
                }

                public void OnActionExecuted(ActionExecutedContext context) { }
            }
            """));

    [Fact]
    [Clause(Rule, "goes-on", Verdict.IsSilent)]
    public Task RefusedRequest_IsSilent() =>
        Verify.IsSilentAsync(File("""
            public class ApiKeyFilter : IAsyncActionFilter
            {
                public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
                {
                    try
                    {
                        if (!Keys.IsKnown(context.HttpContext)) { context.Result = new UnauthorizedResult(); return; }
                    }
                    catch { context.Result = new ForbidResult(); return; }

                    await next();
                }
            }

            public class TokenErrorsMiddleware(RequestDelegate next, ILogger<TokenErrorsMiddleware> logger)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try
                    {
                        Keys.Verify(context);
                        await next(context);
                    }
                    catch (Exception ex)
                    {
                        logger.LogError(ex, "No signature");
                    }
                }
            }

            public class RequestLogMiddleware(RequestDelegate next)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try { Keys.Verify(context); } catch { }
                    await next(context);
                }
            }

            public static class Keys
            {
                public static bool IsKnown(HttpContext context) => context.Request.Headers.ContainsKey("X-Key");
                public static void Verify(HttpContext context) => context.Request.Headers["X-Key"].ToString().Trim();
            }
            """));

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Filter("catch (Exce { context.Result = } catch when ( { next( ) }", "context.").Replace("if (!Check(", "if (!", StringComparison.Ordinal), new Setting { Broken = true });
}
