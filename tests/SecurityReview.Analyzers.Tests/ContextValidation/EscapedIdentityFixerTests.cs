using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;
using static SecurityReview.Analyzers.Tests.ContextValidation.EscapedCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ContextValidation.EscapedIdentityAnalyzer, SecurityReview.CodeFixes.ContextValidation.EscapedIdentityFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ContextValidation.EscapedIdentityAnalyzer, SecurityReview.CodeFixes.ContextValidation.EscapedIdentityFixer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>The copy that is made before the work starts.</summary>
public class EscapedIdentityFixerTests
{
    [Fact]
    public Task NameOfTheUser_IsCopied() =>
        VerifyFix.RepairsAsync(
            Action("""
                // Tell the others.
                        _ = Task.Run([|() =>|] logger.LogInformation("{N}", User.Identity!.Name)); // later
                """),
            Action("""
                // Tell the others.
                        var userName = User.Identity!.Name;
                        _ = Task.Run(() => logger.LogInformation("{N}", userName)); // later
                """));

    [Fact]
    public Task SeveralValues_AreCopiedOnceEach() =>
        VerifyFix.RepairsAsync(
            Action("""
                queue.QueueBackgroundWorkItem([|async token =>|]
                        {
                            await audit.WriteAsync(User.FindFirst("sub")?.Value);
                            await audit.WriteAsync(http.Request.Method);
                            await audit.WriteAsync(User.FindFirst("sub")?.Value);
                        });
                """),
            Action("""
                var userId = User.FindFirst("sub")?.Value;
                        var method = http.Request.Method;
                        queue.QueueBackgroundWorkItem(async token =>
                        {
                            await audit.WriteAsync(userId);
                            await audit.WriteAsync(method);
                            await audit.WriteAsync(userId);
                        });
                """));

    [Theory]
    [InlineData("_ = Task.Run([|() =>|] Use(HttpContext)); void Use(HttpContext context) => logger.LogInformation(\"{P}\", context.TraceIdentifier);")]
    [InlineData("_ = Task.Run([|() =>|] { http.Response.StatusCode = 200; });")]
    public Task WorkThatNeedsTheObject_IsNotRepaired(string body) => VerifyFix.OffersNothingAsync(Action(body));

    [Fact]
    public Task Store_IsNotRepaired() =>
        VerifyFix.OffersNothingAsync(Controller("private static HttpContext? s_current; public void Keep() { s_current = [|HttpContext|]; }"));

    [Fact]
    public Task FixAllWithoutKey_RepairsLaterOnes() =>
        NullKeyFixAll.RepairsAsync(
            Action("""
                _ = Task.Run(() => Use(HttpContext));
                        _ = Task.Run(() => logger.LogInformation("{P}", http.TraceIdentifier));
                        void Use(HttpContext context) => logger.LogInformation("{P}", context.TraceIdentifier);
                """),
            Action("""
                _ = Task.Run(() => Use(HttpContext));
                        var traceIdentifier = http.TraceIdentifier;
                        _ = Task.Run(() => logger.LogInformation("{P}", traceIdentifier));
                        void Use(HttpContext context) => logger.LogInformation("{P}", context.TraceIdentifier);
                """));

    [Theory]
    [InlineData("public void Act() { Task.Run(() => User.Identity. }")]
    [InlineData("public void Act() { _ = Act(HttpContext); new Thread(() => }")]
    public Task HalfTyped_Runs(string members) => HalfTypedCode.PlansAsync<EscapedIdentityFixer>(Controller(members), RuleIds.RequestIdentityEscapes);
}
