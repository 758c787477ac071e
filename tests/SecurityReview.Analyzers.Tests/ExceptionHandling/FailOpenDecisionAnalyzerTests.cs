using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.GuardCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.FailOpenAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Methods and callbacks that answer yes because they threw.</summary>
public class FailOpenDecisionAnalyzerTests
{
    private const string Rule = RuleIds.SecurityDecisionFailsOpen;

    [Fact]
    [Clause(Rule, "returns-true", Verdict.Reports)]
    public Task ReturnedTrue_Reports() =>
        Verify.ReportsAsync(
            Method("bool IsTokenValid(string text)", "try { return Verify(text); } {|#0:catch|} (Exception ex) { logger.LogError(ex, \"Failed\"); return {|#1:true|}; }"),
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.SecurityDecisionFailsOpen).WithLocation(0).WithLocation(1)
                .WithMessage("When this check throws, the caller passes: 'true' is returned; log the exception and deny"));

    [Theory]
    [InlineData("bool ValidatePassword(string text)")]
    [InlineData("bool VerifySignature(string text)")]
    [InlineData("bool HasPermission(string text)")]
    [InlineData("bool IsAuthorized(string text)")]
    [InlineData("bool CheckApiKey(string text)")]
    [InlineData("bool CanAccess(string text)")]
    [InlineData("bool IsOwner(string text)")]
    [InlineData("bool UserCanEdit(string text)")]
    [Clause(Rule, "decision-name", Verdict.Reports)]
    public Task DecisionByName_Reports(string signature) =>
        Verify.ReportsAsync(Method(signature, "try { return Verify(text); } [|catch|] { return true; }"));

    [Theory]
    [InlineData("bool IsDisposed(string text)")]
    [InlineData("bool CanExecute(string text)")]
    [InlineData("bool CanConvert(string text)")]
    [InlineData("bool CanRetry(int attempt, string text)")]
    [InlineData("bool IsFileLocked(string text)")]
    [InlineData("bool IsEmpty(string text, CancellationToken token)")]
    [Clause(Rule, "decision-signature", Verdict.IsSilent)]
    public Task SignatureOfAnotherMatter_IsSilent(string signature) =>
        Verify.IsSilentAsync(Method(signature, "try { return Verify(text); } catch { return true; }"));

    [Theory]
    [InlineData("bool IsEmailFree(string text)")]
    [InlineData("bool Save(string text)")]
    [InlineData("bool SendPassword(string text)")]
    [Clause(Rule, "decision-name", Verdict.IsSilent)]
    public Task OtherName_IsSilent(string signature) =>
        Verify.IsSilentAsync(Method(signature, "try { return Verify(text); } catch { return true; }"));

    [Theory]
    [InlineData("bool Validate(string password)")]
    [InlineData("bool Check(ClaimsPrincipal caller)")]
    [InlineData("bool Can(string action, string role)")]
    [InlineData("bool Allow(string tenantId)")]
    [InlineData("bool Verify(byte[] data, byte[] signature)")]
    [InlineData("bool Verify(X509Certificate2 given)")]
    [InlineData("Task<bool> ValidateAsync(string accessToken, CancellationToken cancellation)")]
    [InlineData("async Task<bool> IsAllowed(int userId)")]
    [InlineData("async ValueTask<bool> HasAccess(int id)")]
    [Clause(Rule, "decision-signature", Verdict.Reports)]
    public Task DecisionBySignature_Reports(string signature)
    {
        var isTask = !signature.Contains("async", StringComparison.Ordinal) && signature.StartsWith("Task", StringComparison.Ordinal);
        var statements = isTask
            ? "try { return Task.FromResult(Verify(\"x\")); } [|catch|] { return Task.FromResult(true); }"
            : "try { " + (signature.Contains("async", StringComparison.Ordinal) ? "await Task.Yield(); " : "") + "return Verify(\"x\"); } [|catch|] (Exception) { return true; }";
        return Verify.ReportsAsync(Method(signature, statements));
    }

    [Theory]
    [InlineData("PermissionService")]
    [InlineData("TokenValidator")]
    [InlineData("AccessPolicy")]
    [Clause(Rule, "decision-type", Verdict.Reports)]
    public Task DecisionByType_Reports(string type) =>
        Verify.ReportsAsync(Method("bool Check(string text)", "try { return Verify(text); } [|catch|] { return true; }", type));

    [Theory]
    [InlineData("PageService")]
    [InlineData("UserRepository")]
    [InlineData("RoleStore")]
    [Clause(Rule, "decision-type", Verdict.IsSilent)]
    public Task OtherType_IsSilent(string type) =>
        Verify.IsSilentAsync(Method("bool Check(string text)", "try { return Verify(text); } catch { return true; }", type));

    private const string Framework = """
        public class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
            : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
        {
            protected override Task<AuthenticateResult> HandleAuthenticateAsync()
            {
                try { return Task.FromResult(AuthenticateResult.Fail("No key.")); }
                KEYWORD (Exception) { return RESULT; }
            }
        }

        public class Hasher : IPasswordHasher<string>
        {
            public string HashPassword(string user, string password) => password;

            public PasswordVerificationResult VerifyHashedPassword(string user, string hashed, string provided)
            {
                try { return PasswordVerificationResult.Failed; }
                KEYWORD (FormatException) { return STATUS; }
            }
        }
        """;

    [Fact]
    [Clause(Rule, "decision-framework", Verdict.Reports)]
    public Task FrameworkMember_Reports() =>
        Verify.ReportsAsync(File(Framework.Replace("KEYWORD", "[|catch|]", StringComparison.Ordinal)
            .Replace("RESULT", "Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(), \"key\")))", StringComparison.Ordinal)
            .Replace("STATUS", "PasswordVerificationResult.Success", StringComparison.Ordinal)));

    [Fact]
    [Clause(Rule, "decision-framework", Verdict.IsSilent)]
    public Task FrameworkMemberThatDenies_IsSilent() =>
        Verify.IsSilentAsync(File(Framework.Replace("KEYWORD", "catch", StringComparison.Ordinal)
            .Replace("RESULT", "Task.FromResult(AuthenticateResult.NoResult())", StringComparison.Ordinal)
            .Replace("STATUS", "PasswordVerificationResult.Failed", StringComparison.Ordinal)));

    [Theory]
    [InlineData("AuthorizationResult CheckAccess(string user)", "AuthorizationResult.Success()")]
    [InlineData("IdentityResult ValidatePassword(string password)", "IdentityResult.Success")]
    [InlineData("TokenValidationResult ValidateToken(string token)", "new TokenValidationResult { IsValid = true }")]
    [InlineData("AccessDecision CheckAccess(string user)", "AccessDecision.Allow")]
    [InlineData("AccessResult CheckAccess(string user)", "new AccessResult(true, \"x\")")]
    [Clause(Rule, "returns-success", Verdict.Reports)]
    public Task ReturnedSuccess_Reports(string signature, string value) =>
        Verify.ReportsAsync(Method(signature, $"try {{ throw new NotSupportedException(); }} [|catch|] (Exception) {{ return {value}; }}") + Results);

    [Theory]
    [InlineData("AuthorizationResult CheckAccess(string user)", "AuthorizationResult.Failed()")]
    [InlineData("IdentityResult ValidatePassword(string password)", "IdentityResult.Failed()")]
    [InlineData("TokenValidationResult ValidateToken(string token)", "new TokenValidationResult { IsValid = false }")]
    [InlineData("AccessDecision CheckAccess(string user)", "AccessDecision.Deny")]
    [InlineData("AccessResult CheckAccess(string user)", "new AccessResult(false, \"x\")")]
    [Clause(Rule, "returns-success", Verdict.IsSilent)]
    public Task ReturnedFailure_IsSilent(string signature, string value) =>
        Verify.IsSilentAsync(Method(signature, $"try {{ throw new NotSupportedException(); }} catch (Exception) {{ return {value}; }}") + Results);

    private const string Results = "public enum AccessDecision { Allow, Deny } public record AccessResult(bool Allowed, string Reason);";

    [Theory]
    [InlineData("bool IsTokenRevoked(string text)", "false")]
    [InlineData("bool IsUserBlocked(string text)", "false")]
    [Clause(Rule, "refusal-true", Verdict.Reports)]
    public Task NoWhereYesRefuses_Reports(string signature, string value) =>
        Verify.ReportsAsync(Method(signature, $"try {{ return Verify(text); }} [|catch|] {{ return {value}; }}"));

    [Theory]
    [InlineData("bool IsTokenRevoked(string text)", "true")]
    [InlineData("bool IsLockedOut(string user, string text)", "true")]
    [InlineData("bool IsTokenExpired(string text)", "true")]
    [InlineData("bool IsTokenNotRevoked(string text)", "false")]
    [Clause(Rule, "refusal-true", Verdict.IsSilent)]
    public Task YesThatRefuses_IsSilent(string signature, string value) =>
        Verify.IsSilentAsync(Method(signature, $"try {{ return Verify(text); }} catch {{ return {value}; }}"));

    [Theory]
    [InlineData("catch { return false; }")]
    [InlineData("catch { throw; }")]
    [InlineData("catch (Exception ex) { logger.LogError(ex, \"No\"); return Verify(null); }")]
    [Clause(Rule, "returns-true", Verdict.IsSilent)]
    public Task CatchThatDenies_IsSilent(string clause) =>
        Verify.IsSilentAsync(Method("bool IsTokenValid(string text)", $"try {{ return Verify(text); }} {clause}"));

    [Theory]
    [InlineData("catch (CryptographicException ex) { if (ex.HResult == 3) return true; return false; }")]
    [InlineData("catch (CryptographicException ex) { return ex.HResult == 3; }")]
    [InlineData("catch (CryptographicException ex) { switch (ex.HResult) { case 3: return true; default: return false; } }")]
    [Clause(Rule, "condition", Verdict.IsSilent)]
    public Task ConditionOnTheException_IsSilent(string clause) =>
        Verify.IsSilentAsync(Method("bool IsTokenValid(string text)", $"try {{ return Verify(text); }} {clause}"));

    [Fact]
    [Clause(Rule, "condition", Verdict.Reports)]
    public Task ReturnBesideACondition_Reports() =>
        Verify.ReportsAsync(Method("bool IsTokenValid(string text)", "try { return Verify(text); } [|catch|] (Exception ex) { if (ex.HResult == 3) Audit(text); return true; }"));

    [Theory]
    [InlineData("try { allowed = Verify(text); } [|catch|] (Exception ex) { logger.LogError(ex, \"No\"); } return allowed;")]
    [InlineData("try { if (!Verify(text)) allowed = false; } [|catch|] { } return allowed;")]
    [InlineData("try { Audit(text); allowed = Verify(text); } [|catch|] (CryptographicException) { } Audit(text); return allowed;")]
    [Clause(Rule, "initial", Verdict.Reports)]
    public Task TrueThatStands_Reports(string statements) =>
        Verify.ReportsAsync(Method("bool IsTokenValid(string text)", "var allowed = true; " + statements));

    [Theory]
    [InlineData("var allowed = false; try { allowed = Verify(text); } catch { } return allowed;")]
    [InlineData("var allowed = true; try { allowed = Verify(text); } catch { allowed = false; } return allowed;")]
    [InlineData("var allowed = true; try { allowed = Verify(text); } catch { throw; } return allowed;")]
    [InlineData("var allowed = true; try { allowed = false; Audit(text); allowed = Verify(text); } catch { } return allowed;")]
    [InlineData("var allowed = true; allowed = Verify(text); try { Audit(text); } catch { } return allowed;")]
    [InlineData("var allowed = true; try { Audit(text); } catch { } return allowed && Verify(text);")]
    [Clause(Rule, "initial", Verdict.IsSilent)]
    public Task ValueThatDenies_IsSilent(string statements) => Verify.IsSilentAsync(Method("bool IsTokenValid(string text)", statements));

    [Fact]
    [Clause(Rule, "assigned", Verdict.Reports)]
    public Task SetToTrue_Reports() =>
        Verify.ReportsAsync(Method("bool IsTokenValid(string text)", "bool allowed; try { allowed = Verify(text); } [|catch|] { allowed = true; } return allowed;"));

    [Theory]
    [InlineData("bool allowed; try { allowed = Verify(text); } catch { allowed = false; } return allowed;")]
    [InlineData("bool failed = false; try { Verify(text); } catch { failed = true; } return !failed;")]
    [Clause(Rule, "assigned", Verdict.IsSilent)]
    public Task SetToFalse_IsSilent(string statements) => Verify.IsSilentAsync(Method("bool IsTokenValid(string text)", statements));

    [Theory]
    [InlineData("try { if (!Verify(text)) return false; } [|catch|] (Exception ex) { logger.LogError(ex, \"No\"); } return true;")]
    [InlineData("try { Verify(text); } [|catch|] { } return true;")]
    [InlineData("if (text.Length > 9) { try { if (text == \"x\") throw new SecurityTokenException(); } [|catch|] (ArgumentException) { } } return true;")]
    [Clause(Rule, "after", Verdict.Reports)]
    public Task TrueAfterTheTry_Reports(string statements) => Verify.ReportsAsync(Method("bool IsTokenValid(string text)", statements));

    [Theory]
    [InlineData("try { if (Verify(text)) return true; } catch (Exception ex) { logger.LogError(ex, \"No\"); } return false;")]
    [InlineData("try { Verify(text); } catch { } return text.Length > 3;")]
    [InlineData("try { Verify(text); } catch { text = \"\"; } if (text.Length == 0) return false; return true;")]
    [InlineData("foreach (var letter in text) { try { if (Verify(text + letter)) return true; } catch { } } return false;")]
    [Clause(Rule, "after", Verdict.IsSilent)]
    public Task OtherCodeAfterTheTry_IsSilent(string statements) => Verify.IsSilentAsync(Method("bool IsTokenValid(string text)", statements));

    [Fact]
    [Clause(Rule, "beside", Verdict.IsSilent)]
    public Task AuditBesideTheCheck_IsSilent() =>
        Verify.IsSilentAsync(Method("bool IsTokenValid(string text)", "if (!Verify(text)) return false; try { Audit(text); } catch (Exception ex) { logger.LogError(ex, \"No\"); } return true;"));

    [Fact]
    [Clause(Rule, "beside", Verdict.Reports)]
    public Task CheckBesideTheAudit_Reports() =>
        Verify.ReportsAsync(Method("bool IsTokenValid(string text)", "Audit(text); try { if (!Verify(text)) return false; Audit(text); } [|catch|] (Exception ex) { logger.LogError(ex, \"No\"); } return true;"));

    [Theory]
    [InlineData("catch when (environment.IsDevelopment()) { return true; }")]
    [InlineData("catch { if (environment.IsDevelopment()) return true; return false; }")]
    [InlineData("catch { if (!environment.IsDevelopment()) throw; return true; }")]
    [Clause(Rule, "development", Verdict.IsSilent)]
    public Task DevelopmentGuard_IsSilent(string clause) =>
        Verify.IsSilentAsync(Method("bool IsTokenValid(string text)", $"try {{ return Verify(text); }} {clause}"));

    [Fact]
    [Clause(Rule, "development", Verdict.Reports)]
    public Task ProductionGuard_Reports() =>
        Verify.ReportsAsync(Method("bool IsTokenValid(string text)", "try { return Verify(text); } [|catch|] { if (environment.IsDevelopment()) throw; return true; }"));

    [Fact]
    [Clause(Rule, "callback", Verdict.Reports)]
    public Task Callback_Reports() =>
        Verify.ReportsAsync(Method(
            "void Run(AuthorizationPolicyBuilder policy)",
            """
            var handler = new HttpClientHandler();
            handler.ServerCertificateCustomValidationCallback = (_, certificate, _, _) => { try { return Verify(certificate?.Subject); } [|catch|] { return true; } };
            RemoteCertificateValidationCallback check = delegate { try { return Verify(null); } [|catch|] { return true; } };
            var parameters = new TokenValidationParameters
            {
                LifetimeValidator = (before, after, token, _) => { try { return after > DateTime.UtcNow; } [|catch|] (Exception) { return true; } },
            };
            policy.RequireAssertion(context => { try { return Verify(context.User.Identity!.Name); } [|catch|] { return true; } });
            Console.WriteLine(handler + " " + check + parameters);
            """));

    [Fact]
    [Clause(Rule, "callback", Verdict.IsSilent)]
    public Task OtherCallback_IsSilent() =>
        Verify.IsSilentAsync(Method(
            "void Run()",
            """
            var handler = new HttpClientHandler();
            handler.ServerCertificateCustomValidationCallback = (_, certificate, _, _) => { try { return Verify(certificate?.Subject); } catch { return false; } };
            Func<string, bool> isLong = text => { try { return Verify(text); } catch { return true; } };
            Console.WriteLine(handler + " " + new[] { "x" }.Any(text => { try { return isLong(text); } catch { return true; } }));
            """));

    [Fact]
    public Task LocalFunctionsAndExpressionBodies_Report() =>
        Verify.ReportsAsync(Method(
            "void Run(string text)",
            """
            Console.WriteLine(IsTokenValid(text));

            bool IsTokenValid(string token)
            {
                try { return Verify(token); }
                [|catch|] { return true; }
            }
            """));

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify.ReportsAsync("System.Console.WriteLine(HasAccess(args[0])); static bool HasAccess(string user) { try { return user.Length > 3; } [|catch|] { return true; } }", Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Method("bool IsTokenValid(string text)", "var ok = ; try { ok = Verify( } catch (Exce { return true } catch { ok = } catch when ( { return Task.FromResult( } return ok"), new Setting { Broken = true });
}
