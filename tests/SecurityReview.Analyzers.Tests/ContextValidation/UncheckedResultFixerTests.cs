using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;
using static SecurityReview.Analyzers.Tests.ContextValidation.UncheckedCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ContextValidation.UncheckedResultAnalyzer, SecurityReview.CodeFixes.ContextValidation.UncheckedResultFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ContextValidation.UncheckedResultAnalyzer, SecurityReview.CodeFixes.ContextValidation.UncheckedResultFixer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The test that the fix adds, by the kind of result and of function.</summary>
public class UncheckedResultFixerTests
{
    private const string Rule = RuleIds.UncheckedResult;

    [Fact]
    public Task Authorization_IsTested() =>
        VerifyFix.RepairsAsync(
            Action("""
                // Only editors.
                        await [|authorization.AuthorizeAsync(User, report, "Edit")|]; // by policy
                        return Ok(report);
                """),
            Action("""
                // Only editors.
                        // by policy
                        if (!(await authorization.AuthorizeAsync(User, report, "Edit")).Succeeded)
                        {
                            return Forbid();
                        }

                        return Ok(report);
                """));

    [Fact]
    [Clause(Rule, "option-deny-result", Verdict.Reports)]
    public Task Option_SaysHowToDeny() =>
        VerifyFix.RepairsAsync(
            Action("""
                _ = await [|authorization.AuthorizeAsync(User, report, "Edit")|];
                        return Ok(report);
                """),
            Action("""
                if (!(await authorization.AuthorizeAsync(User, report, "Edit")).Succeeded)
                        {
                            return NotFound();
                        }

                        return Ok(report);
                """),
            Setting.Default with { Options = "security_review.deny_result = not_found" });

    [Fact]
    [Clause(Rule, "option-deny-result", Verdict.IsSilent)]
    public Task EveryDenial_IsSilent() =>
        Verify<SecurityReview.Analyzers.ContextValidation.UncheckedResultAnalyzer>.IsSilentAsync(
            Action("""
                if (!(await authorization.AuthorizeAsync(User, report, "Edit")).Succeeded)
                            throw new UnauthorizedAccessException();
                        if (!(await authorization.AuthorizeAsync(User, report, "Read")).Succeeded)
                            return NotFound();
                        return Ok(report);
                """),
            Setting.Default with { Options = "security_review.deny_result = throw" });

    [Fact]
    public Task Password_IsAnsweredWithUnauthorized() =>
        VerifyFix.RepairsAsync(
            Action("""
                await [|users.CheckPasswordAsync(user, password)|].ConfigureAwait(false);
                        return Ok(user.Id);
                """),
            Action("""
                if (!await users.CheckPasswordAsync(user, password).ConfigureAwait(false))
                        {
                            return Unauthorized();
                        }

                        return Ok(user.Id);
                """));

    [Fact]
    public Task Hash_IsComparedWithItsRefusal() =>
        VerifyFix.RepairsAsync(
            Action("""
                await Task.Yield();
                        var verdict = [|hasher.VerifyHashedPassword(user, hash, password)|];
                        return Ok(user.Id);
                """),
            Action("""
                await Task.Yield();
                        var verdict = hasher.VerifyHashedPassword(user, hash, password);
                        if (verdict == PasswordVerificationResult.Failed)
                        {
                            return Unauthorized();
                        }

                        return Ok(user.Id);
                """));

    [Fact]
    public Task ForgottenAwait_IsAdded() =>
        VerifyFix.RepairsAsync(
            Action("""
                [|users.VerifyUserTokenAsync(user, "Default", "Invite", token)|];
                        await Task.Yield();
                        return Ok();
                """),
            Action("""
                if (!await users.VerifyUserTokenAsync(user, "Default", "Invite", token))
                        {
                            return Unauthorized();
                        }

                        await Task.Yield();
                        return Ok();
                """));

    [Fact]
    public Task Model_IsAnsweredWithItsProblems() =>
        VerifyFix.RepairsAsync(
            Action("""
                await Task.Yield();
                        [|TryValidateModel(report)|];
                        return Ok();
                """),
            Action("""
                await Task.Yield();
                        if (!TryValidateModel(report))
                        {
                            return ValidationProblem(ModelState);
                        }

                        return Ok();
                """));

    [Fact]
    public Task ServiceThrowsAndDecisionAnswers_AtOnce() =>
        VerifyFix.RepairsAsync(
            Service("""
                public void Save(Document document, ClaimsPrincipal user)
                    {
                        [|CanEdit(document, user)|];
                        document.Title = "";
                    }

                    public bool CanPublish(Document document, ClaimsPrincipal user)
                    {
                        [|CanEdit(document, user)|];
                        return user.IsInRole("publisher");
                    }

                    public bool IsLocked(Document document, ClaimsPrincipal user)
                    {
                        if (document.Id > 0)
                            [|IsUserBlocked(user)|];
                        return user.IsInRole("publisher");
                    }

                    private static bool CanEdit(Document document, ClaimsPrincipal user) => document.OwnerId == user.Identity!.Name;

                    private static bool IsUserBlocked(ClaimsPrincipal user) => user.IsInRole("blocked");
                """),
            Service("""
                public void Save(Document document, ClaimsPrincipal user)
                    {
                        if (!CanEdit(document, user))
                        {
                            throw new UnauthorizedAccessException("Access is denied.");
                        }

                        document.Title = "";
                    }

                    public bool CanPublish(Document document, ClaimsPrincipal user)
                    {
                        if (!CanEdit(document, user))
                        {
                            return false;
                        }

                        return user.IsInRole("publisher");
                    }

                    public bool IsLocked(Document document, ClaimsPrincipal user)
                    {
                        if (document.Id > 0)
                        {
                            if (IsUserBlocked(user))
                            {
                                return true;
                            }
                        }
                        return user.IsInRole("publisher");
                    }

                    private static bool CanEdit(Document document, ClaimsPrincipal user) => document.OwnerId == user.Identity!.Name;

                    private static bool IsUserBlocked(ClaimsPrincipal user) => user.IsInRole("blocked");
                """));

    [Fact]
    public Task Middleware_SetsTheStatus() =>
        VerifyFix.RepairsAsync(
            Service("""
                public async Task InvokeAsync(HttpContext http, IAuthorizationService authorization, RequestDelegate next)
                    {
                        await [|authorization.AuthorizeAsync(http.User, null, "Internal")|];
                        await next(http);
                    }
                """),
            Service("""
                public async Task InvokeAsync(HttpContext http, IAuthorizationService authorization, RequestDelegate next)
                    {
                        if (!(await authorization.AuthorizeAsync(http.User, null, "Internal")).Succeeded)
                        {
                            http.Response.StatusCode = StatusCodes.Status403Forbidden;
                            return;
                        }

                        await next(http);
                    }
                """));

    [Theory]
    [InlineData("public void Save(Document document, ClaimsPrincipal user) => [|CanEdit(document, user)|]; private static bool CanEdit(Document d, ClaimsPrincipal user) => d.OwnerId == user.Identity!.Name;")]
    [InlineData("public event EventHandler? Saved; public void Wire(ClaimsPrincipal user, Document document) { Saved += (_, _) => { [|CanEdit(document, user)|]; }; } private static bool CanEdit(Document d, ClaimsPrincipal user) => d.OwnerId == user.Identity!.Name;")]
    [InlineData("public int Count(Document document, ClaimsPrincipal user) { [|CheckAccess(user)|]; return 1; } private static AccessResult CheckAccess(ClaimsPrincipal user) => new AccessResult(user.Identity!.Name); public sealed record AccessResult(string? Reason);")]
    public Task NoCertainPlaceOrAnswer_IsNotRepaired(string members) => VerifyFix.OffersNothingAsync(Service(members));

    [Fact]
    public Task FixAllWithoutKey_RepairsLaterOnes() =>
        NullKeyFixAll.RepairsAsync(
            Service("""
                public void Open(Document document, ClaimsPrincipal user) => CanEdit(document, user);

                    public void Save(Document document, ClaimsPrincipal user)
                    {
                        CanEdit(document, user);
                    }

                    private static bool CanEdit(Document document, ClaimsPrincipal user) => document.OwnerId == user.Identity!.Name;
                """),
            Service("""
                public void Open(Document document, ClaimsPrincipal user) => CanEdit(document, user);

                    public void Save(Document document, ClaimsPrincipal user)
                    {
                        if (!CanEdit(document, user))
                        {
                            throw new UnauthorizedAccessException("Access is denied.");
                        }
                    }

                    private static bool CanEdit(Document document, ClaimsPrincipal user) => document.OwnerId == user.Identity!.Name;
                """));

    [Theory]
    [InlineData("public void Save(ClaimsPrincipal user) { CanEdit(user; _ = IsAllowed(")]
    [InlineData("public bool IsAllowed(ClaimsPrincipal user) { IsAllowed(user); }")]
    public Task HalfTyped_Runs(string members) => HalfTypedCode.PlansAsync<UncheckedResultFixer>(Service(members), Rule);
}
