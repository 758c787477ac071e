using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo.Controls;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>Controls in comments.</summary>
public class CommentedControlAnalyzerTests
{
    public static TheoryData<DocumentationMode> Modes => new(DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose);

    [Theory]
    [InlineData("// [|[Authorize]|]")]
    [InlineData("//[|[Authorize(Roles = \"Admin\")]|]")]
    [InlineData("/* [|[Authorize(\"Edit\")]|] */")]
    [InlineData("/*[|[HttpPut, Authorize]|]*/")]
    [InlineData("// [|[Microsoft.AspNetCore.Authorization.Authorize]|]")]
    [InlineData("// [|[AuthorizeAttribute]|]")]
    [InlineData("// not for the demo\n// [|[Authorize]|]")]
    [InlineData("// [|[Authorize]\n// [Produces(\"text/plain\")]|]")]
    [InlineData("// [|[RequireEditor]|]")]
    [InlineData("// [|[Guarded]|]")]
    [InlineData("[HttpPost] // [|[Authorize]|]")]
    [Clause(RuleIds.DisabledControl, "authorize", Verdict.Reports)]
    public Task CommentedAuthorization_Reports(string comment) => MemberReportsAsync(comment);

    [Theory]
    [InlineData("// [HttpGet]")]
    [InlineData("// [AllowAnonymous]")]
    [InlineData("// [Obsolete]")]
    [InlineData("// [Authorize")]
    [InlineData("// [1, 2]")]
    [InlineData("// [Unknown]")]
    [Clause(RuleIds.DisabledControl, "authorize", Verdict.IsSilent)]
    public Task OtherCommentedAttribute_IsSilent(string comment) => MemberIsSilentAsync(comment);

    [Fact]
    [Clause(RuleIds.DisabledControl, "authorize", Verdict.Reports)]
    public Task CommentedAuthorizationOfTypesAndLambdas_Reports() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.SignalR;
            var app = WebApplication.Create();
            app.MapGet("/", /*[|[Authorize]|]*/ () => 1);
            app.Run();

            // [|[Authorize]|]
            [ApiController]
            public class QuotasController : ControllerBase { }

            // [|[Authorize]|]
            public sealed class QuotaHub : Hub { }
            """,
            Setting.Program);

    [Fact]
    [Clause(RuleIds.DisabledControl, "authorize", Verdict.Reports)]
    public Task CommentedAuthorizationWhoseUsingIsGone_Reports() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync("// [|[Authorize]|]\npublic class QuotasController : Microsoft.AspNetCore.Mvc.ControllerBase { }\n");

    [Theory]
    [InlineData("// [|[ValidateAntiForgeryToken]|]")]
    [InlineData("// [|[AutoValidateAntiforgeryToken]|]")]
    [InlineData("// [|[RequireAntiforgeryToken]|]")]
    [Clause(RuleIds.DisabledControl, "antiforgery", Verdict.Reports)]
    public Task CommentedAntiforgery_Reports(string comment) => MemberReportsAsync(comment);

    [Theory]
    [InlineData("// [IgnoreAntiforgeryToken]")]
    [InlineData("// ValidateAntiForgeryToken is not needed for a GET")]
    [InlineData("// [ValidateAntiForgeryToken]\n    [IgnoreAntiforgeryToken]")]
    [InlineData("// [ValidateAntiForgeryToken]\n    [AutoValidateAntiforgeryToken]")]
    [Clause(RuleIds.DisabledControl, "antiforgery", Verdict.IsSilent)]
    public Task OtherAntiforgery_IsSilent(string comment) => MemberIsSilentAsync(comment);

    [Theory]
    [InlineData("// [|await antiforgery.ValidateRequestAsync(HttpContext);|]")]
    [InlineData("/* [|await antiforgery.ValidateRequestAsync(HttpContext);|] */")]
    [Clause(RuleIds.DisabledControl, "antiforgery", Verdict.Reports)]
    public Task CommentedAntiforgeryCall_Reports(string comment) => BodyReportsAsync(comment);

    [Theory]
    [InlineData("// [|if (project.OwnerId != UserId) return Forbid();|]")]
    [InlineData("// [|if (project.OwnerId != UserId)\n//     return Forbid();|]")]
    [InlineData("// [|if (project.OwnerId != UserId)\n// {\n//     return NotFound();\n// }|]")]
    [InlineData("/* [|if (project.OwnerId != UserId) { return Forbid(); }|] */")]
    [InlineData("/*\n * [|if (UserId != project.OwnerId) throw new System.Exception();|]\n */")]
    [InlineData("// [|if (!User.IsInRole(\"Admin\")) return NotFound();|]")]
    [InlineData("// [|if (!CanEdit(project)) return Unauthorized();|]")]
    [InlineData("// [|if (project.Size > 3) throw new UnauthorizedAccessException();|]")]
    [InlineData("// [|var me = User.Identity.Name;\n// if (project.OwnerId != me) return Forbid();|]")]
    [InlineData("// [|var result = await authorization.AuthorizeAsync(User, project, \"Edit\");\n// if (!result.Succeeded) return Forbid();|]")]
    [InlineData("// TODO: put back\n// [|EnsureOwner(project);|]")]
    [InlineData("_ = project; // [|EnsureOwner(project);|]")]
    [Clause(RuleIds.DisabledControl, "ownership", Verdict.Reports)]
    public Task CommentedGuard_Reports(string comment) => BodyReportsAsync(comment);

    [Theory]
    [InlineData("// if (project == null) return NotFound();")]
    [InlineData("// if (project.Size > 3) return BadRequest();")]
    [InlineData("// if (project.OwnerId != UserId) project.Size = 0;")]
    [InlineData("// if (project.OwnerId == null) return NotFound();")]
    [InlineData("// if (project.OwnerId != UserId) return Forbid()")]
    [InlineData("// if (other.OwnerId != UserId) return Forbid();")]
    [InlineData("// if (project.OwnerId != UserId) return Forbid();\n// Remove(project);")]
    [InlineData("// var other = Load(id);\n// if (other.OwnerId != UserId) return Forbid();")]
    [InlineData("// EnsureOwner(other);")]
    [InlineData("// EnsureLoaded(project);")]
    [InlineData("// CheckOwners();")]
    [InlineData("// project.Check();")]
    [Clause(RuleIds.DisabledControl, "ownership", Verdict.IsSilent)]
    public Task OtherCommentedCode_IsSilent(string comment) => BodyIsSilentAsync(comment);

    [Fact]
    [Clause(RuleIds.DisabledControl, "require-authorization", Verdict.Reports)]
    public Task CommentedRequirement_Reports() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            """
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddAuthorization(options =>
            {
                // [|options.FallbackPolicy = options.DefaultPolicy;|]
            });
            builder.Services.AddControllers(options =>
            {
                // [|options.Filters.Add(new AuthorizeFilter());|]
            });
            var app = builder.Build();
            // [|app.UseAuthentication();|]
            // the gateway does it

            // [|app.UseAuthorization();|]
            app.MapGet("/a", () => 1)
                // [|.RequireAuthorization()|]
                ;
            app.MapGet("/b", () => 1)/*[|.RequireAuthorization("Edit")|]*/;
            app.MapGet("/c", () => 1); // [|.RequireAuthorization();|]
            var group = app.MapGroup("/d")
                .WithMetadata("x") // [|.RequireAuthorization()|]
                .WithMetadata("y");
            app.Run();
            """,
            Setting.Program);

    [Fact]
    [Clause(RuleIds.DisabledControl, "require-authorization", Verdict.IsSilent)]
    public Task OtherCommentedCalls_AreSilent() =>
        Verify<DisabledControlAnalyzer>.IsSilentAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            var builder = WebApplication.CreateBuilder();
            var app = builder.Build();
            // app.UseHttpsRedirection();
            // app.UseAuthorization() must come after the routing
            app.MapGet("/a", () => 1)
                // .WithMetadata("a")
                ;
            // app.MapGet("/b", () => 1).RequireAuthorization();
            // missing.UseAuthorization();
            app.MapGet("/c", () => 1)
                // .RequireAuthorization("Edit")
                .RequireAuthorization("Read");
            app.MapGet("/d", () => 1)
                // .RequireAuthorization()
                .AllowAnonymous();
            var x = 1; // .RequireAuthorization()
            app.Run();
            """,
            Setting.Program);

    [Theory]
    [InlineData("// [Authorize] is set by the base class")]
    [InlineData("// The attribute [Authorize] is not needed.")]
    [InlineData("// Example:\n    // [Authorize]")]
    [InlineData("// e.g.\n    // [Authorize(Roles = \"Admin\")]")]
    [InlineData("/// <example><code>\n    /// [Authorize]\n    /// </code></example>")]
    [InlineData("/** [Authorize] */")]
    [InlineData("// [Authorize]\n    // public IActionResult Old() => Ok();")]
    [InlineData("/*\n    [Authorize]\n    public IActionResult Old()\n    {\n        return Ok();\n    }\n    */")]
    [InlineData("// [assembly: Authorize]")]
    [InlineData("// see [Authorize]")]
    [InlineData("#if NEVER\n    // [Authorize]\n#endif")]
    [InlineData("private const string Sample = @\"\n    // [Authorize]\n    \";")]
    [Clause(RuleIds.DisabledControl, "parsed", Verdict.IsSilent)]
    public Task ProseAndSamples_AreSilent(string comment) => MemberIsSilentAsync(comment);

    [Theory]
    [InlineData("// if (project.OwnerId != UserId) we return Forbid().")]
    [InlineData("// If the owner is another one, return Forbid();")]
    [InlineData("// Usage:\n// EnsureOwner(project);")]
    [InlineData("// EnsureOwner(project); would throw")]
    [Clause(RuleIds.DisabledControl, "parsed", Verdict.IsSilent)]
    public Task ProseInABody_IsSilent(string comment) => BodyIsSilentAsync(comment);

    [Fact]
    [Clause(RuleIds.DisabledControl, "parsed", Verdict.Reports)]
    public Task CodeBetweenProse_Reports() => BodyReportsAsync("// This is slow:\n// [|EnsureOwner(project);|]\n// and nobody needs it.");

    [Theory]
    [InlineData("// [Authorize]\n    [Authorize(\"Edit\")]")]
    [InlineData("// [Authorize(\"Edit\")]\n    [Authorize]")]
    [InlineData("// [Authorize]\n    [AllowAnonymous]")]
    [InlineData("[AllowAnonymous] // [Authorize(Roles = \"Admin\")]\n")]
    [Clause(RuleIds.DisabledControl, "replaced", Verdict.IsSilent)]
    public Task ActiveAttribute_IsSilent(string comment) => MemberIsSilentAsync(comment);

    [Theory]
    [InlineData("// if (project.OwnerId != UserId) return Forbid();\nif (project.OwnerId != UserId) return NotFound();")]
    [InlineData("// if (project.OwnerId != UserId) return Forbid();\nif (!CanEdit(project)) return Forbid();")]
    [InlineData("if (!CanEdit(project)) { return Forbid(); } // if (project.OwnerId != UserId) return Forbid();")]
    [InlineData("// EnsureOwner(project);\nEnsureOwner(project);")]
    [Clause(RuleIds.DisabledControl, "replaced", Verdict.IsSilent)]
    public Task ActiveGuard_IsSilent(string code) => BodyIsSilentAsync(code);

    [Theory]
    [InlineData("// [|if (project.OwnerId != UserId) return Forbid();|]\nif (project.Size < 0) return BadRequest();")]
    [InlineData("// [|EnsureOwner(project);|]\nEnsureLoaded(project);")]
    [Clause(RuleIds.DisabledControl, "replaced", Verdict.Reports)]
    public Task OtherActiveCode_Reports(string code) => BodyReportsAsync(code);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Clause(RuleIds.DisabledControl, "replaced", Verdict.IsSilent)]
    [Clause(RuleIds.DisabledControl, "replaced", Verdict.Reports)]
    public Task AuthorizationOfTheType_CoversPlainAttributes(bool hasTerms)
    {
        var attribute = hasTerms ? "[|[Authorize(Roles = \"Admin\")]|]" : "[Authorize]";
        var code = $"using Microsoft.AspNetCore.Authorization;\n[Authorize]\npublic class Quotas : Microsoft.AspNetCore.Mvc.ControllerBase\n{{\n    // {attribute}\n    public int Get() => 1;\n}}\n";
        return hasTerms ? Verify<DisabledControlAnalyzer>.ReportsAsync(code) : Verify<DisabledControlAnalyzer>.IsSilentAsync(code);
    }

    [Fact]
    [Clause(RuleIds.DisabledControl, "development", Verdict.IsSilent)]
    public Task CommentUnderADevelopmentGuard_IsSilent() =>
        Verify<DisabledControlAnalyzer>.IsSilentAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.Hosting;
            var app = WebApplication.Create();
            if (app.Environment.IsDevelopment())
            {
                // app.UseAuthorization();
                app.MapGet("/a", () => 1); // .RequireAuthorization()
            }
            app.Run();
            """,
            Setting.Program);

    [Fact]
    [Clause(RuleIds.DisabledControl, "development", Verdict.Reports)]
    public Task CommentUnderAnotherGuard_Reports() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.Hosting;
            var app = WebApplication.Create();
            if (!app.Environment.IsDevelopment())
            {
                // [|app.UseAuthorization();|]
                app.MapGet("/a", () => 1);
            }
            app.Run();
            """,
            Setting.Program);

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.DisabledControl, "comment-kinds", Verdict.Reports)]
    public Task EveryKindOfComment_Reports(DocumentationMode mode) =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            "using Microsoft.AspNetCore.Authorization;\r\npublic class C\r\n{\r\n    /// <summary>One.</summary>\r\n    //// [|[Authorize]|]\r\n    public void A() { }\r\n\r\n" +
            "    /* 修正 🔥\r\n       [|[Authorize]|]\r\n     */\r\n    /// <summary>Two.</summary>\r\n    public void B() { }\r\n}\r\n",
            Setting.Default with { DocumentationMode = mode });

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.DisabledControl, "comment-kinds", Verdict.IsSilent)]
    public Task Documentation_IsSilent(DocumentationMode mode) =>
        Verify<DisabledControlAnalyzer>.IsSilentAsync(
            """
            using Microsoft.AspNetCore.Authorization;
            public class C
            {
                /// [Authorize]
                public void A() { }

                /**
                 * [Authorize]
                 */
                public void B() { }
            }
            """,
            Setting.Default with { DocumentationMode = mode });

    [Fact]
    public Task Message_SaysWhatWhereAndRemedy() =>
        Verify<DisabledControlAnalyzer>.ReportsAsync(
            "using Microsoft.AspNetCore.Authorization;\n// {|#0:[Authorize(Roles = \"Admin\")]|}\nclass C { }\n",
            new DiagnosticResult(Descriptors.DisabledControl).WithLocation(0).WithMessage(
                "'[Authorize(Roles = \"Admin\")]' is commented out; restore it, or delete the comment and say what protects the code instead"));

    [Theory]
    [InlineData("class C { void M( { // if (x.OwnerId != userId) return Forbid();")]
    [InlineData("// [Authorize]")]
    [InlineData("// .RequireAuthorization()")]
    [InlineData("/* [Authorize]")]
    [InlineData("class C { /* ")]
    [InlineData("/")]
    [InlineData("x(); //")]
    [InlineData("// [")]
    [InlineData("// }\n// {\n// )")]
    [InlineData("class C { // [Authorize]\n void M( }")]
    public Task HalfTypedCode_Runs(string code) => Verify<DisabledControlAnalyzer>.RunsAsync(code);

    private static string Controller(string before, string body) =>
        $$"""
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Antiforgery;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        public class RequireEditorAttribute : AuthorizeAttribute { }
        public class GuardedAttribute : Attribute, IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext context) => context.Result = new ForbidResult(); }
        public class Project { public string OwnerId = ""; public int Size; public void Check() { } }
        public class ProjectsController(IAntiforgery antiforgery, IAuthorizationService authorization) : ControllerBase
        {
            {{before}}
            public async Task<IActionResult> Put(Project project, int id)
            {
                await Task.Yield();
                {{body}}
                project.Size = id;
                return Ok();
            }

            private string UserId => User.Identity!.Name!;
            private bool CanEdit(Project project) => project.OwnerId == UserId && antiforgery != null && authorization != null;
            private void EnsureOwner(Project project) => project.Check();
            private void EnsureLoaded(Project project) => project.Check();
        }
        """;

    private static Task MemberReportsAsync(string before) => Verify<DisabledControlAnalyzer>.ReportsAsync(Controller(before, ""));

    private static Task MemberIsSilentAsync(string before) => Verify<DisabledControlAnalyzer>.IsSilentAsync(Controller(before, ""));

    private static Task BodyReportsAsync(string body) => Verify<DisabledControlAnalyzer>.ReportsAsync(Controller("", body));

    private static Task BodyIsSilentAsync(string body) => Verify<DisabledControlAnalyzer>.IsSilentAsync(Controller("", body));
}
