using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.UncheckedCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.UncheckedResultAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Which calls are checks, and when nothing depends on them.</summary>
public class UncheckedResultAnalyzerTests
{
    private const string Rule = RuleIds.UncheckedResult;

    [Theory]
    [InlineData("await [|authorization.AuthorizeAsync(User, report, \"Edit\")|]; return Ok(report);")]
    [InlineData("await [|authorization.AuthorizeAsync(User, policyName: \"Edit\")|].ConfigureAwait(false); return View(report);")]
    [InlineData("[|authorization.AuthorizeAsync(User, report, \"Edit\")|]; return await Task.FromResult<IActionResult>(Ok());")]
    [InlineData("[|authorization.AuthorizeAsync(User, report, \"Edit\")|].Wait(); return await Task.FromResult<IActionResult>(Ok());")]
    [InlineData("await Task.WhenAll([|authorization.AuthorizeAsync(User, report, \"Edit\")|], Task.Delay(1)); return Ok(report);")]
    [InlineData("if ([|authorization.AuthorizeAsync(User, report, \"Edit\")|].IsCompletedSuccessfully) return Ok(report); await Task.Yield(); return Forbid();")]
    [Clause(Rule, "authorize-async", Verdict.Reports)]
    public Task AuthorizationThatNobodyTests_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("if (!(await authorization.AuthorizeAsync(User, report, \"Edit\")).Succeeded) return Forbid(); return Ok(report);")]
    [InlineData("var result = await authorization.AuthorizeAsync(User, report, \"Edit\"); return result.Succeeded ? Ok(report) : Forbid();")]
    [InlineData("var result = await authorization.AuthorizeAsync(User, report, \"Edit\"); if (result.Failure != null) return Forbid(); return Ok(report);")]
    [InlineData("var check = authorization.AuthorizeAsync(User, report, \"Edit\"); if (await check is { Succeeded: true }) return Ok(report); return Forbid();")]
    [Clause(Rule, "authorize-async", Verdict.IsSilent)]
    public Task AuthorizationThatIsTested_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("await [|users.CheckPasswordAsync(user, password)|]; return Ok(user.Id);")]
    [InlineData("await [|signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)|]; return Ok(user.Id);")]
    [InlineData("await [|users.ConfirmEmailAsync(user, token)|]; return Ok();")]
    [InlineData("await [|users.ResetPasswordAsync(user, token, password)|]; return Ok();")]
    [InlineData("await [|users.VerifyTwoFactorTokenAsync(user, \"Email\", token)|]; return Ok();")]
    [Clause(Rule, "check-password", Verdict.Reports)]
    public Task PasswordOrTokenThatNobodyTests_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("if (await users.CheckPasswordAsync(user, password)) return Ok(user.Id); return Unauthorized();")]
    [InlineData("var result = await signIn.CheckPasswordSignInAsync(user, password, true); if (!result.Succeeded) return Unauthorized(); return Ok();")]
    [InlineData("await users.CreateAsync(user, password); await users.AddToRoleAsync(user, \"member\"); return Ok();")]
    [InlineData("await signIn.PasswordSignInAsync(user, password, false, true); return RedirectToAction(\"Index\");")]
    [InlineData("await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password); return Ok();")]
    [InlineData("var code = await users.GenerateEmailConfirmationTokenAsync(user); await users.ConfirmEmailAsync(user, code); return Ok();")]
    [Clause(Rule, "check-password", Verdict.IsSilent)]
    public Task PasswordThatIsTestedAndWhatChecksNone_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Fact]
    [Clause(Rule, "validate-token", Verdict.Reports)]
    public Task TokenWhoseValidityNobodyTests_Reports() =>
        Verify.ReportsAsync(Service("""
            public async Task<string> SubjectAsync(string token, TokenHandler handler)
                {
                    await [|handler.ValidateTokenAsync(token, "https://issuer")|];
                    return handler.Read(token);
                }
            """, TokenTypes));

    [Fact]
    [Clause(Rule, "validate-token", Verdict.IsSilent)]
    public Task TokenThatIsTested_IsSilent() =>
        Verify.IsSilentAsync(Service("""
            public async Task<string> SubjectAsync(string token, TokenHandler handler)
                {
                    var result = await handler.ValidateTokenAsync(token, "https://issuer");
                    return result.IsValid ? result.Subject : throw new UnauthorizedAccessException();
                }
            """, TokenTypes));

    [Theory]
    [InlineData("[|hasher.VerifyHashedPassword(user, hash, password)|]; await Task.Yield(); return Ok(user.Id);")]
    [InlineData("_ = [|hasher.VerifyHashedPassword(user, hash, password)|]; await Task.Yield(); return Ok(user.Id);")]
    [Clause(Rule, "verify-hashed-password", Verdict.Reports)]
    public Task HashThatNobodyTests_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("await Task.Yield(); return hasher.VerifyHashedPassword(user, hash, password) switch { PasswordVerificationResult.Failed => Unauthorized(), _ => Ok() };")]
    [InlineData("await Task.Yield(); var verdict = hasher.VerifyHashedPassword(user, hash, password); if (verdict == PasswordVerificationResult.Failed) return Unauthorized(); return Ok();")]
    [Clause(Rule, "verify-hashed-password", Verdict.IsSilent)]
    public Task HashThatIsTested_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("await Task.Yield(); [|TryValidateModel(report)|]; return Ok();")]
    [InlineData("if (!ModelState.IsValid) return BadRequest(); report.OwnerId = user.Id; [|TryValidateModel(report, \"x\")|]; await Task.Yield(); return Ok();")]
    [InlineData("await Task.Yield(); var results = new List<ValidationResult>(); [|Validator.TryValidateObject(report, new ValidationContext(report), results, true)|]; return Ok();")]
    [Clause(Rule, "try-validate", Verdict.Reports)]
    public Task ValidationThatNobodyTests_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("await Task.Yield(); TryValidateModel(report); if (!ModelState.IsValid) return BadRequest(ModelState); return Ok();")]
    [InlineData("await Task.Yield(); return TryValidateModel(report) ? Ok() : ValidationProblem();")]
    [InlineData("await Task.Yield(); var results = new List<ValidationResult>(); Validator.TryValidateObject(report, new ValidationContext(report), results, true); return results.Count > 0 ? BadRequest() : Ok();")]
    [Clause(Rule, "try-validate", Verdict.IsSilent)]
    public Task ValidationThatIsLookedAt_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("if (report is null) return NotFound(); _ = await [|authorization.AuthorizeAsync(User, report, \"Edit\")|]; return Ok(report);")]
    [InlineData("_ = [|User.IsInRole(\"admin\")|]; await Task.Yield(); return Ok(report);")]
    [Clause(Rule, "discard", Verdict.Reports)]
    public Task Discard_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("var allowed = await users.CheckPasswordAsync(user, password); return Json(allowed);")]
    [InlineData("var tasks = new[] { users.CheckPasswordAsync(user, password) }; return (await Task.WhenAll(tasks)).All(ok => ok) ? Ok() : Forbid();")]
    [Clause(Rule, "discard", Verdict.IsSilent)]
    public Task ResultThatIsHandedOn_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    [Theory]
    [InlineData("var allowed = await [|users.CheckPasswordAsync(user, password)|]; return Ok(user.Id);")]
    [InlineData("var result = await [|authorization.AuthorizeAsync(User, report, \"Edit\")|]; logger.LogInformation(\"Authorized: {Result}\", result.Succeeded); return Ok(report);")]
    [InlineData("var result = await [|authorization.AuthorizeAsync(User, report, \"Edit\")|]; if (result != null) return Ok(report); return Forbid();")]
    [InlineData("bool valid; valid = await [|users.VerifyUserTokenAsync(user, \"Default\", \"Invite\", token)|]; Console.WriteLine($\"valid: {valid}\"); return Ok();")]
    [Clause(Rule, "stored", Verdict.Reports)]
    public Task StoredAndNotTested_Reports(string body) => Verify.ReportsAsync(Action(body));

    [Theory]
    [InlineData("var allowed = await users.CheckPasswordAsync(user, password); logger.LogInformation(\"{A}\", allowed); if (!allowed) return Unauthorized(); return Ok();")]
    [InlineData("var result = await authorization.AuthorizeAsync(User, report, \"Edit\"); ViewBag.CanEdit = result.Succeeded; return View(report);")]
    [InlineData("bool ok; do { ok = await users.CheckPasswordAsync(user, password); } while (!ok); return Ok();")]
    [Clause(Rule, "stored", Verdict.IsSilent)]
    public Task StoredAndTested_IsSilent(string body) => Verify.IsSilentAsync(Action(body));

    private const string TokenTypes = """
        public sealed class TokenValidationResult { public bool IsValid { get; init; } public string Subject { get; init; } = ""; }
        public abstract class TokenHandler
        {
            public abstract Task<TokenValidationResult> ValidateTokenAsync(string token, string issuer);
            public abstract string Read(string token);
        }
        """;
}
