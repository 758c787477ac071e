using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.UncheckedCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.UncheckedResultAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Decision methods of the project: what they answer, throw, and say elsewhere.</summary>
public class UncheckedDecisionAnalyzerTests
{
    private const string Rule = RuleIds.UncheckedResult;

    [Theory]
    [InlineData("void Save(Document document, ClaimsPrincipal user) { [|CanEdit(document, user)|]; document.Title = \"\"; }")]
    [InlineData("void Save(Document document, ClaimsPrincipal user) => [|CanEdit(document, user)|];")]
    [InlineData("void Save(Document document, ClaimsPrincipal user) { Action check = () => [|CanEdit(document, user)|]; check(); }")]
    [InlineData("void Save(Document document, ClaimsPrincipal user) { [|Owns(document)|]; bool Owns(Document d) => d.OwnerId == user.Identity!.Name; bool IsOwner(Document d) => Owns(d); [|IsOwner(document)|]; }")]
    [InlineData("void Save(IAccess access, ClaimsPrincipal user) { try { [|access.HasPermission(user, permission: \"save\")|]; } catch (UnauthorizedAccessException) { return; } }")]
    [InlineData("async Task SaveAsync(IAccess access, ClaimsPrincipal user) { await access?[|.IsAllowedAsync(user)|]!; }")]
    [Clause(Rule, "own-decision", Verdict.Reports)]
    public Task OwnDecision_Reports(string method) => Verify.ReportsAsync(Service(Own + "private " + method.Replace("[|Owns(document)|]", "Owns(document)", StringComparison.Ordinal), Access));

    [Theory]
    [InlineData("void Save(Document document, ClaimsPrincipal user) { if (!CanEdit(document, user)) throw new UnauthorizedAccessException(); }")]
    [InlineData("bool MaySave(Document document, ClaimsPrincipal user) => document.Id > 0 && CanEdit(document, user);")]
    [InlineData("void Save(HashSet<int> ids) { ids.Add(1); ids.Remove(2); IsBusy(3); }  private static bool IsBusy(int id) => id > 0;")]
    [InlineData("void Refresh(string userId) { CheckUserNotifications(userId); } private int _count; private bool CheckUserNotifications(string userId) { _count++; Console.Beep(); return _count > 3; }")]
    [InlineData("void Check(MailClient client) { client.Authenticate(\"user\", \"password\"); }")]
    [Clause(Rule, "own-decision", Verdict.IsSilent)]
    public Task TestedDecisionAndOtherCalls_AreSilent(string method) => Verify.IsSilentAsync(Service(Own + "private " + method, Access));

    [Theory]
    [InlineData("bool IsVisible(Document document) => document.OwnerId == _caller.UserId;")]
    [InlineData("bool CanReach(Document document) => _caller.IsAdmin || document.Id == 0;")]
    [Clause(Rule, "own-decision", Verdict.Reports)]
    public Task QuestionWhoseCodeIsAboutTheCaller_Reports(string question) => Verify.ReportsAsync(Asked(question, "[|", "|]"));

    [Theory]
    [InlineData("bool IsVisible(Document document) => document.Title.Length > 0;")]
    [InlineData("bool HasChanged(Document document) => document.OwnerId == _caller.UserId;")]
    [InlineData("int CanReach(Document document) => document.OwnerId == _caller.UserId ? 1 : 0;")]
    [InlineData("bool IsVisible(Document document) { if (document.OwnerId != _caller.UserId) throw new UnauthorizedAccessException(); return true; }")]
    [Clause(Rule, "own-decision", Verdict.IsSilent)]
    public Task QuestionAboutOtherMatters_IsSilent(string question) => Verify.IsSilentAsync(Asked(question, "", ""));

    /// <summary>A question that is asked for nothing; neither its name nor its parameters speak of security.</summary>
    private static string Asked(string question, string before, string after) =>
        Service(
            $"private readonly Caller _caller = new(\"\", \"\", false); public void Save(Document document) {{ _ = {before}{question.Split(' ')[1].Split('(')[0]}(document){after}; document.Title = \"\"; }} private {question}",
            "public sealed record Caller(string UserId, string TenantId, bool IsAdmin);");

    [Theory]
    [InlineData("bool CheckAccess(ClaimsPrincipal user) { if (user.IsInRole(\"admin\")) return true; return false; }")]
    [InlineData("bool CheckAccess(ClaimsPrincipal user) { if (user is null) throw new ArgumentNullException(nameof(user)); return user.IsInRole(\"admin\"); }")]
    [Clause(Rule, "throws", Verdict.Reports)]
    public Task CheckThatAnswers_Reports(string check) =>
        Verify.ReportsAsync(Service("public void Save(ClaimsPrincipal user) { [|CheckAccess(user)|]; } private static " + check));

    [Theory]
    [InlineData("CheckAccess(user);", "bool CheckAccess(ClaimsPrincipal user) { if (!user.IsInRole(\"admin\")) throw new UnauthorizedAccessException(); return true; }")]
    [InlineData("CheckAccess(user);", "bool CheckAccess(ClaimsPrincipal user) => user.IsInRole(\"admin\") ? true : throw new UnauthorizedAccessException();")]
    [InlineData("CheckAccess(user);", "void CheckAccess(ClaimsPrincipal user) { if (!user.IsInRole(\"admin\")) throw new UnauthorizedAccessException(); }")]
    [InlineData("guard.VerifyAccess(user);", "readonly IGuard guard = new Guard();")]
    [InlineData("demands.EnsureHasPermission(user);", "readonly IDemands demands = null!;")]
    [Clause(Rule, "throws", Verdict.IsSilent)]
    public Task CheckThatThrows_IsSilent(string call, string check) =>
        Verify.IsSilentAsync(Service("public void Save(ClaimsPrincipal user) { " + call + " } private static " + check, Guards));

    [Theory]
    [InlineData("var errors = new List<string>(); [|ValidateToken(token, errors)|]; return token;")]
    [InlineData("[|TryAuthorize(token, out var user)|]; return token;")]
    [InlineData("[|ValidatePassword(token)|]; return token;")]
    [Clause(Rule, "told-elsewhere", Verdict.Reports)]
    public Task NobodyLooksThere_Reports(string body) => Verify.ReportsAsync(Service("public string? Read(string token) { " + body + " }" + Telling));

    [Theory]
    [InlineData("var errors = new List<string>(); ValidateToken(token, errors); return errors.Count > 0 ? null : token;")]
    [InlineData("TryAuthorize(token, out var user); return user is null ? null : token;")]
    [InlineData("ValidatePassword(token); if (_failed) return null; return token;")]
    [Clause(Rule, "told-elsewhere", Verdict.IsSilent)]
    public Task TheCodeLooksThere_IsSilent(string body) => Verify.IsSilentAsync(Service("public string? Read(string token) { " + body + " }" + Telling));

    [Fact]
    public Task FilterThatIsToldInItsContext_IsSilent() =>
        Verify.IsSilentAsync("""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Mvc.Filters;
            public class AccessFilter : IAuthorizationFilter
            {
                public void OnAuthorization(AuthorizationFilterContext context) => IsAuthorized(context);
                private static bool IsAuthorized(AuthorizationFilterContext context)
                {
                    if (context.HttpContext.User.IsInRole("admin"))
                        return true;
                    context.Result = new ForbidResult();
                    return false;
                }
            }
            """);

    [Fact]
    public Task ExpressionTree_IsSilent() =>
        Verify.IsSilentAsync(Service("""
            public void Expect(IAccess access, ClaimsPrincipal user) => Setup(() => access.HasPermission(user, "save"));
                private static void Setup(System.Linq.Expressions.Expression<Action> call) { }
            """, Access));

    [Fact]
    public Task TopLevelProgram_Reports() =>
        Verify.ReportsAsync("""
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.DependencyInjection;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.MapDelete("/reports/{id}", async (int id, HttpContext http, IAuthorizationService authorization) =>
            {
                await [|authorization.AuthorizeAsync(http.User, resource: id, "Delete")|];
                return Results.NoContent();
            });
            app.Run();
            """, Setting.Program);

    [Theory]
    [InlineData("public void Save(ClaimsPrincipal user) { CanEdit(; }")]
    [InlineData("public bool CanEdit(ClaimsPrincipal user) => CanEdit(user); public void Save() { CanEdit( }")]
    [InlineData("public void Save(Missing user) { user.CanEdit(); _ = user.IsAllowed }")]
    public Task HalfTyped_Runs(string members) => Verify.RunsAsync(Service(members));

    private const string Own = """
        private static bool CanEdit(Document document, ClaimsPrincipal user) => document.OwnerId == user.FindFirst("sub")?.Value;

        """;

    private const string Access = """
        public interface IAccess
        {
            bool HasPermission(ClaimsPrincipal user, string permission);
            Task<bool> IsAllowedAsync(ClaimsPrincipal user);
        }
        public abstract class MailClient { public abstract bool Authenticate(string user, string password); }
        """;

    private const string Guards = """
        public interface IGuard { bool VerifyAccess(ClaimsPrincipal user); }
        public sealed class Guard : IGuard
        {
            public bool VerifyAccess(ClaimsPrincipal user)
            {
                if (!user.IsInRole("admin"))
                    throw new UnauthorizedAccessException();
                return true;
            }
        }
        public interface IDemands { bool EnsureHasPermission(ClaimsPrincipal user); }
        """;

    private const string Telling = """

            private bool _failed;
            private static bool ValidateToken(string token, List<string> errors)
            {
                if (token.Length == 0)
                    errors.Add("empty");
                return errors.Count == 0;
            }
            private static bool TryAuthorize(string token, out string? user)
            {
                user = token.Length > 0 ? token : null;
                return user is not null;
            }
            private bool ValidatePassword(string password)
            {
                _failed = password.Length < 12;
                return !_failed;
            }
        """;
}
