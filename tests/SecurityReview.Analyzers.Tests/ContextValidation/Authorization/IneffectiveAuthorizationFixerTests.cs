using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

public class IneffectiveAuthorizationFixerTests
{
    private const string Start = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;

        var app = WebApplication.Create(args);

        """;

    private static Task RepairsAsync(string code, string repaired) =>
        VerifyFix<IneffectiveAuthorizationAnalyzer, IneffectiveAuthorizationFixer>.RepairsAsync(Start + code, Start + repaired, EndpointCode.Program);

    private static Task HasNoRepairAsync(string code) =>
        VerifyFix<IneffectiveAuthorizationAnalyzer, IneffectiveAuthorizationFixer>.OffersNothingAsync(Start + code, EndpointCode.Program);

    [Fact]
    public Task Authentication_GoesBeforeAuthorization() => RepairsAsync(
        """
        app.UseRouting();
        // Who may.
        app.[|UseAuthorization|]();
        app.UseCors();
        // Who is it.
        app.UseAuthentication(); // first
        app.MapControllers();
        """,
        """
        app.UseRouting();
        // Who is it.
        app.UseAuthentication(); // first
        // Who may.
        app.UseAuthorization();
        app.UseCors();
        app.MapControllers();
        """);

    [Fact]
    public Task Authorization_GoesBeforeEndpoints() => RepairsAsync(
        """
        app.UseRouting();
        app.UseAuthentication();
        app.UseEndpoints(routes =>
        {
            routes.MapControllers();
        });
        app.[|UseAuthorization|]();
        app.Run();
        """,
        """
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseEndpoints(routes =>
        {
            routes.MapControllers();
        });
        app.Run();
        """);

    [Fact]
    public Task AttributeOfAllHandlers_GoesToThePage() => RepairsAsync(
        """
        app.MapRazorPages();

        // A page.
        public class EditModel : PageModel
        {
            [[|Authorize(Roles = "Admin")|]]
            public void OnGet() { }

            // Saves.
            [[|Authorize(Roles = "Admin")|], ValidateAntiForgeryToken]
            public void OnPost() { }
        }
        """,
        """
        app.MapRazorPages();

        // A page.
        [Authorize(Roles = "Admin")]
        public class EditModel : PageModel
        {
            public void OnGet() { }

            // Saves.
            [ValidateAntiForgeryToken]
            public void OnPost() { }
        }
        """);

    [Fact]
    public Task OpenClass_OpensTheOtherActionsOnly() => RepairsAsync(
        """
        app.MapControllers();

        [AllowAnonymous]
        [ApiController]
        public class OrdersController : ControllerBase
        {
            [HttpGet]
            public void Get() { }

            [HttpPost]
            [[|Authorize|]]
            public void Create() { }

            [HttpDelete]
            [[|Authorize(Roles = "Admin")|]]
            public void Delete() => Help();

            private void Help() { }
        }
        """,
        """
        app.MapControllers();

        [ApiController]
        public class OrdersController : ControllerBase
        {
            [AllowAnonymous]
            [HttpGet]
            public void Get() { }

            [HttpPost]
            [Authorize]
            public void Create() { }

            [HttpDelete]
            [Authorize(Roles = "Admin")]
            public void Delete() => Help();

            private void Help() { }
        }
        """);

    [Theory]
    [InlineData("app.MapRazorPages(); public class EditModel : PageModel { public void OnGet() { } [[|Authorize|]] public void OnPost() { } }")]
    [InlineData("app.MapGroup(\"/o\").AllowAnonymous().MapPost(\"/x\", () => 1).[|RequireAuthorization|]();")]
    [InlineData("app.UseRouting().[|UseAuthorization|]().UseAuthentication();")]
    [InlineData("app.UseRouting(); app.[|UseAuthorization|](); app.UseAuthentication();")]
    [InlineData("app.MapControllers(); public class OrdersController : ControllerBase { public void Do() => Save(); [[|Authorize|]] private void Save() { } }")]
    public Task WhereNobodyKnowsWhatWasMeant_HasNoRepair(string code) => HasNoRepairAsync(code);

    [Fact]
    public Task NullKey_RepairsWhatHasARepair() => NullKeyFixAll<IneffectiveAuthorizationAnalyzer, IneffectiveAuthorizationFixer>.RepairsAsync(
        Start + """
        app.MapGroup("/o").AllowAnonymous().MapPost("/x", () => 1).RequireAuthorization();
        app.UseAuthorization();
        app.UseAuthentication();
        """,
        Start + """
        app.MapGroup("/o").AllowAnonymous().MapPost("/x", () => 1).RequireAuthorization();
        app.UseAuthentication();
        app.UseAuthorization();
        """,
        EndpointCode.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() => HalfTypedCode.PlansAsync<IneffectiveAuthorizationFixer>(
        "using Microsoft.AspNetCore.Builder; var app = WebApplication.Create(); app.UseAuthorization(; app.; [Authorize] class C { [Authorize] void M( }", RuleIds.IneffectiveAuthorization, EndpointCode.Program);
}
