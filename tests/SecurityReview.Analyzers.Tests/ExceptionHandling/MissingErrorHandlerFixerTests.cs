using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling;
using static SecurityReview.Analyzers.Tests.ExceptionHandling.PipelineCode;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.MissingErrorHandlerAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.MissingErrorHandlerFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.MissingErrorHandlerAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.MissingErrorHandlerFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Programs that get a handler.</summary>
public class MissingErrorHandlerFixerTests
{
    [Fact]
    public Task Program_GetsAHandler() =>
        VerifyFix.RepairsAsync(
            Usings + """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();

            // The application.
            var app = builder.Build(); // built

            // Its pipeline.
            app.UseRouting();
            app.MapControllers();
            [|app.Run()|];
            """,
            Usings + """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();
            builder.Services.AddProblemDetails();

            // The application.
            var app = builder.Build(); // built

            if (!app.Environment.IsDevelopment())
            {
                app.UseExceptionHandler();
            }

            // Its pipeline.
            app.UseRouting();
            app.MapControllers();
            app.Run();
            """,
            Setting.Program);

    [Fact]
    public Task ProblemDetailsThatAreThere_AreNotAddedAgain() =>
        VerifyFix.RepairsAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;

            public class Program
            {
                public static async System.Threading.Tasks.Task Main(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    builder.Services.AddProblemDetails(options => { });
                    await using var server = builder.Build();
                    server.MapGet("/orders", () => "none");
                    await [|server.RunAsync()|];
                }
            }
            """,
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            public class Program
            {
                public static async System.Threading.Tasks.Task Main(string[] args)
                {
                    var builder = WebApplication.CreateBuilder(args);
                    builder.Services.AddProblemDetails(options => { });
                    await using var server = builder.Build();
                    if (!server.Environment.IsDevelopment())
                    {
                        server.UseExceptionHandler();
                    }

                    server.MapGet("/orders", () => "none");
                    await server.RunAsync();
                }
            }
            """,
            Setting.Program);

    [Theory]
    [InlineData("var app = WebApplication.Create(args); app.MapGet(\"/\", () => 1); [|app.Run()|];")]
    [InlineData("var app = Build(); app.MapGet(\"/\", () => 1); [|app.Run()|]; WebApplication Build() => WebApplication.CreateBuilder(args).Build();")]
    [InlineData("var app = WebApplication.CreateBuilder(args).Build(); app.MapGet(\"/\", () => 1); [|app.Run()|];")]
    public Task ApplicationThatIsBuiltElsewhere_IsLeft(string program) => VerifyFix.OffersNothingAsync(Usings + program, Setting.Program);

    [Fact]
    public Task WithoutTheServicesInScope_NothingIsOffered() =>
        VerifyFix.OffersNothingAsync(
            "using Microsoft.AspNetCore.Builder;\nvar builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapGet(\"/\", () => 1);\n[|app.Run()|];", Setting.Program);

    private const string Two = """
        public static class Program
        {
            public static void Main(string[] args)
            {
                Serve(WebApplication.Create(args));
                var builder = WebApplication.CreateBuilder(args);
                var app = builder.Build();
                HANDLERapp.MapGet("/orders", () => "none");
                app.Run();
            }

            private static void Serve(WebApplication other) => other.MapGet("/", () => 1);
        }
        """;

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe()
    {
        var source = Usings + Two.Replace("HANDLER", "", StringComparison.Ordinal).Replace("other.MapGet(\"/\", () => 1)", "other.Run()", StringComparison.Ordinal);
        var first = source.Replace("public static void Main", "private static void Before(WebApplication first) => first.Run();\n\n    public static void Main", StringComparison.Ordinal);
        return NullKeyFixAll.RepairsAsync(
            first,
            first.Replace("var app = builder.Build();\n        ", "builder.Services.AddProblemDetails();\n        var app = builder.Build();\n        if (!app.Environment.IsDevelopment())\n        {\n            app.UseExceptionHandler();\n        }\n\n        ", StringComparison.Ordinal),
            Setting.Program);
    }

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            (Usings + "var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapControllers();\n[|app.Run()|];\n").ReplaceLineEndings("\r\n"),
            (Usings + "var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddProblemDetails();\nvar app = builder.Build();\nif (!app.Environment.IsDevelopment())\n{\n    app.UseExceptionHandler();\n}\n\napp.MapControllers();\napp.Run();\n").ReplaceLineEndings("\r\n"),
            Setting.Program);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        HalfTypedCode.PlansAsync<MissingErrorHandlerFixer>(Usings + "var builder = WebApplication.CreateBuilder(args; var app = builder.Build(; app.Run( ; x.Run(", RuleIds.ErrorHandlerMissing, Setting.Program with { Broken = true });
}
