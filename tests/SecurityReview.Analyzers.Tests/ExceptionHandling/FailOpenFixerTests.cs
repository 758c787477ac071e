using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.GuardCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.FailOpenAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.FailOpenFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.FailOpenAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.FailOpenFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

public class FailOpenFixerTests
{
    private static string Decision(string signature, string tail, string type = "Service") => Method(signature, tail, type) + Results;

    private const string Results = "public enum AccessDecision { Allow, Deny } public record AccessResult(bool Allowed, string Reason);";

    private const string Log = "logger.LogError(exception, \"CheckAccess failed.\");";

    [Theory]
    [InlineData("bool", "return true; // for now", "return false; // for now")]
    [InlineData("Task<bool>", "return Task.FromResult(true);", "return Task.FromResult(false);")]
    [InlineData("AuthorizationResult", "return AuthorizationResult.Success();", "return AuthorizationResult.Failed();")]
    [InlineData("IdentityResult", "return IdentityResult.Success;", "return IdentityResult.Failed();")]
    [InlineData("AuthenticateResult", "return AuthenticateResult.Success(null!);", "return AuthenticateResult.Fail(\"The check failed.\");")]
    [InlineData("TokenValidationResult", "return new TokenValidationResult { IsValid = true };", "return new TokenValidationResult { IsValid = false };")]
    [InlineData("AccessDecision", "return AccessDecision.Allow;", "return AccessDecision.Deny;")]
    [InlineData("AccessResult", "return new AccessResult(true, \"x\");", "return new AccessResult(false, \"x\");")]
    public Task ReturnedValue_IsLoggedAndDenied(string type, string statement, string repaired) =>
        VerifyFix.RepairsAsync(
            Decision($"{type} CheckAccess(string user)", $$"""
                try
                        {
                            throw new NotSupportedException(user);
                        }
                        [|catch|] (Exception)
                        {
                            {{statement}}
                        }
                """),
            Decision($"{type} CheckAccess(string user)", $$"""
                try
                        {
                            throw new NotSupportedException(user);
                        }
                        catch (Exception exception)
                        {
                            {{Log}}
                            {{repaired}}
                        }
                """));

    [Theory]
    [InlineData("bool", "", "return false;")]
    [InlineData("Task<bool>", "Task.FromResult(", "return Task.FromResult(false);")]
    public Task CodeThatLetsPassAfterTheTry_IsNotReached(string type, string wrap, string denial)
    {
        var close = wrap.Length > 0 ? ")" : "";
        return VerifyFix.RepairsAsync(
            Decision($"{type} CheckAccess(string user)", $$"""
                try
                        {
                            if (!Verify(user))
                                return {{wrap}}false{{close}};
                        }
                        [|catch|] (Exception ex)
                        {
                            logger.LogWarning(ex, "No");
                        }

                        return {{wrap}}true{{close}};
                """),
            Decision($"{type} CheckAccess(string user)", $$"""
                try
                        {
                            if (!Verify(user))
                                return {{wrap}}false{{close}};
                        }
                        catch (Exception ex)
                        {
                            logger.LogWarning(ex, "No");
                            {{denial}}
                        }

                        return {{wrap}}true{{close}};
                """));
    }

    [Fact]
    public Task AllOfAFile_AreRepaired() =>
        VerifyFix.RepairsAsync(
            File("""
            public static class Rights
            {
                public static bool IsAllowed(string user)
                {
                    var allowed = true;
                    try
                    {
                        allowed = user.Length > 3;
                    }
                    [|catch|]
                    {
                        // Let them work.
                    }

                    return allowed;
                }

                public static bool IsTokenRevoked(string token)
                {
                    bool revoked;
                    try
                    {
                        revoked = token.Length > 3;
                    }
                    [|catch|] (Exception)
                    {
                        revoked = false;
                    }

                    return revoked;
                }
            }

            public class MinimumAge : IAuthorizationRequirement { }

            public class MinimumAgeHandler : AuthorizationHandler<MinimumAge>
            {
                private readonly ILogger _logger = null!;

                protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MinimumAge requirement)
                {
                    try
                    {
                        if (context.User.Claims.Any())
                            context.Succeed(requirement);
                    }
                    [|catch|] (Exception ex)
                    {
                        context.Succeed(requirement);
                    }

                    return Task.CompletedTask;
                }
            }

            public class KeyFilter(ILogger<KeyFilter> logger) : IAuthorizationFilter, IAsyncActionFilter
            {
                public void OnAuthorization(AuthorizationFilterContext context)
                {
                    try
                    {
                        if (context.HttpContext.Request.Headers.Count == 0)
                            context.Result = new UnauthorizedResult();
                    }
                    [|catch|] (Exception ex)
                    {
                        logger.LogError(ex, "No");
                    }
                }

                public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) => next();
            }

            public class TokenFilter : IEndpointFilter
            {
                public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
                {
                    try
                    {
                        if (!Rights.IsAllowed(context.HttpContext.Request.Path))
                            return Results.Unauthorized();
                    }
                    [|catch|] (Exception)
                    {
                        return await next(context);
                    }

                    return await next(context);
                }
            }

            public class TokenMiddleware(RequestDelegate next)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try
                    {
                        Rights.IsAllowed(context.Request.Path);
                    }
                    [|catch|] (Exception)
                    {
                    }

                    await next(context);
                }
            }
            """),
            File("""
            public static class Rights
            {
                public static bool IsAllowed(string user)
                {
                    var allowed = true;
                    try
                    {
                        allowed = user.Length > 3;
                    }
                    catch
                    {
                        allowed = false;
                        // Let them work.
                    }

                    return allowed;
                }

                public static bool IsTokenRevoked(string token)
                {
                    bool revoked;
                    try
                    {
                        revoked = token.Length > 3;
                    }
                    catch (Exception)
                    {
                        revoked = true;
                    }

                    return revoked;
                }
            }

            public class MinimumAge : IAuthorizationRequirement { }

            public class MinimumAgeHandler : AuthorizationHandler<MinimumAge>
            {
                private readonly ILogger _logger = null!;

                protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, MinimumAge requirement)
                {
                    try
                    {
                        if (context.User.Claims.Any())
                            context.Succeed(requirement);
                    }
                    catch (Exception ex)
                    {
                        _logger.LogError(ex, "HandleRequirementAsync failed.");
                        context.Fail();
                    }

                    return Task.CompletedTask;
                }
            }

            public class KeyFilter(ILogger<KeyFilter> logger) : IAuthorizationFilter, IAsyncActionFilter
            {
                public void OnAuthorization(AuthorizationFilterContext context)
                {
                    try
                    {
                        if (context.HttpContext.Request.Headers.Count == 0)
                            context.Result = new UnauthorizedResult();
                    }
                    catch (Exception ex)
                    {
                        logger.LogError(ex, "No");
                        context.Result = new ForbidResult();
                        return;
                    }
                }

                public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) => next();
            }

            public class TokenFilter : IEndpointFilter
            {
                public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
                {
                    try
                    {
                        if (!Rights.IsAllowed(context.HttpContext.Request.Path))
                            return Results.Unauthorized();
                    }
                    catch (Exception)
                    {
                        return Results.Forbid();
                    }

                    return await next(context);
                }
            }

            public class TokenMiddleware(RequestDelegate next)
            {
                public async Task InvokeAsync(HttpContext context)
                {
                    try
                    {
                        Rights.IsAllowed(context.Request.Path);
                    }
                    catch (Exception)
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return;
                    }

                    await next(context);
                }
            }
            """));

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            File("public static class Rights\n{\n    public static bool IsAllowed(string user)\n    {\n        try\n        {\n            return user.Length > 3;\n        }\n        [|catch|]\n        {\n            return true;\n        }\n    }\n}\n").ReplaceLineEndings("\r\n"),
            File("public static class Rights\n{\n    public static bool IsAllowed(string user)\n    {\n        try\n        {\n            return user.Length > 3;\n        }\n        catch\n        {\n            return false;\n        }\n    }\n}\n").ReplaceLineEndings("\r\n"));

    private const string Opaque = """
        public class AccessResult { public static AccessResult Success() => new(); }

        public static class Rights
        {
            public static AccessResult CheckAccess(string user)
            {
                try
                {
                    throw new NotSupportedException(user);
                }
                OPAQUE
                {
                    return SUCCESS;
                }
            }

        """;

    private const string Plain = """
            public static bool IsAllowed(string user)
            {
                try
                {
                    return user.Length > 3;
                }
                catch
                {
                    return true;
                }
            }
        }
        """;

    [Fact]
    public Task ResultWithoutAKnownRefusal_IsLeft() =>
        VerifyFix.OffersNothingAsync(File(Opaque.Replace("OPAQUE", "[|catch|]", StringComparison.Ordinal).Replace("SUCCESS", "AccessResult.Success()", StringComparison.Ordinal) + "}"));

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe()
    {
        var opaque = Opaque.Replace("OPAQUE", "catch", StringComparison.Ordinal).Replace("SUCCESS", "AccessResult.Success()", StringComparison.Ordinal);
        return NullKeyFixAll.RepairsAsync(File(opaque + Plain), File(opaque + Plain.Replace("return true;", "return false;", StringComparison.Ordinal)));
    }

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        HalfTypedCode.PlansAsync<FailOpenFixer>(
            "class C { bool IsAllowed(string user) { try { Work( } catch (Exce { return true; } catch when ( { } catch (System.Exception ex) { return ex. ; } try { } catch { foo(1); } } }",
            RuleIds.SecurityDecisionFailsOpen,
            new Setting { Broken = true });
}
