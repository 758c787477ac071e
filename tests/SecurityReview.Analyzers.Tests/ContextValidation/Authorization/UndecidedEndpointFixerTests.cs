using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ContextValidation;

namespace SecurityReview.Analyzers.Tests.ContextValidation.Authorization;

public class UndecidedEndpointFixerTests
{
    private const string Start = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapControllers();
        app.MapRazorPages();

        """;

    private static readonly string s_startWithUsing = Start.Replace("using Microsoft.AspNetCore.Builder;", "using Microsoft.AspNetCore.Authorization;\nusing Microsoft.AspNetCore.Builder;", StringComparison.Ordinal);

    [Fact]
    public Task Actions_GetTheAttribute() => VerifyFix<UndecidedEndpointAnalyzer, UndecidedEndpointFixer>.RepairsAsync(
        Start + """

        [ApiController]
        public class OrdersController : ControllerBase
        {
            /// <summary>Creates one.</summary>
            [HttpPost]
            public void [|Create|]() { }

            // Deletes one.
            [HttpDelete("{id}")]
            public void [|Delete|](int id) => Console.WriteLine(id);

            [HttpPut] public void [|Update|]() { }
        }
        """,
        s_startWithUsing + """

        [ApiController]
        public class OrdersController : ControllerBase
        {
            /// <summary>Creates one.</summary>
            [Authorize]
            [HttpPost]
            public void Create() { }

            // Deletes one.
            [Authorize]
            [HttpDelete("{id}")]
            public void Delete(int id) => Console.WriteLine(id);

            [Authorize]
            [HttpPut] public void Update() { }
        }
        """,
        EndpointCode.Program);

    [Fact]
    public Task PageWithSeveralHandlers_GetsOneAttribute() => VerifyFix<UndecidedEndpointAnalyzer, UndecidedEndpointFixer>.RepairsAsync(
        s_startWithUsing + """
        // A page.
        public class EditModel : PageModel
        {
            public void [|OnPost|]() { }
            public void [|OnPostDelete|]() { }
        }
        [Authorize] public class OtherModel : PageModel { }
        """,
        s_startWithUsing + """
        // A page.
        [Authorize]
        public class EditModel : PageModel
        {
            public void OnPost() { }
            public void OnPostDelete() { }
        }
        [Authorize] public class OtherModel : PageModel { }
        """,
        EndpointCode.Program);

    [Fact]
    public Task Routes_RequireAuthorization() => VerifyFix<UndecidedEndpointAnalyzer, UndecidedEndpointFixer>.RepairsAsync(
        Start + """
        app.[|MapPost|]("/a", () => 1);
        app.[|MapPut|]("/b", () => 1).WithName("b"); // named
        app.[|MapDelete|]("/c", () => 1)
            .WithName("c")
            .WithDisplayName("x");
        var route = app.[|MapPatch|]("/d", () =>
        {
            return 1;
        });
        """,
        Start + """
        app.MapPost("/a", () => 1).RequireAuthorization();
        app.MapPut("/b", () => 1).WithName("b").RequireAuthorization(); // named
        app.MapDelete("/c", () => 1)
            .WithName("c")
            .WithDisplayName("x")
            .RequireAuthorization();
        var route = app.MapPatch("/d", () =>
        {
            return 1;
        }).RequireAuthorization();
        """,
        EndpointCode.Program);

    [Fact]
    public Task OtherDecision_AllowsAnonymousCallers() => VerifyFix<UndecidedEndpointAnalyzer, UndecidedEndpointFixer>.RepairsAsync(
        UndecidedEndpointFixer.AllowAnonymous,
        Start + """
        app.[|MapPost|]("/a", () => 1);
        public class OrdersController : ControllerBase
        {
            [HttpPost]
            public void [|Create|]() { }
        }
        """,
        s_startWithUsing + """
        app.MapPost("/a", () => 1).AllowAnonymous();
        public class OrdersController : ControllerBase
        {
            [AllowAnonymous]
            [HttpPost]
            public void Create() { }
        }
        """,
        EndpointCode.Program);

    [Fact]
    public Task NullKey_RepairsWhatHasARepair() => NullKeyFixAll<UndecidedEndpointAnalyzer, UndecidedEndpointFixer>.RepairsAsync(
        Start + """
        app.MapPost(() => 1);
        app.MapPost("/a", () => 1);
        public static class Extensions { public static void MapPost(this WebApplication app, Func<int> handler) => app.Lifetime.ToString(); }
        """,
        Start + """
        app.MapPost(() => 1);
        app.MapPost("/a", () => 1).RequireAuthorization();
        public static class Extensions { public static void MapPost(this WebApplication app, Func<int> handler) => app.Lifetime.ToString(); }
        """,
        EndpointCode.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() => HalfTypedCode.PlansAsync<UndecidedEndpointFixer>(
        "using Microsoft.AspNetCore.Builder; var app = WebApplication.Create(); app.MapPost(\"/x\", ; app.; class C { void M( }", RuleIds.UndecidedEndpoint, EndpointCode.Program);
}
