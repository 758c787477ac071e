using SecurityReview.Analyzers.Tests.Verifiers;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ExceptionHandling.DetailedErrorsAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>What shows details, and what keeps them to developers.</summary>
public class DetailedErrorsAnalyzerTests
{
    private const string Rule = RuleIds.DetailedErrors;

    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Components.Server;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.IdentityModel.Logging;
        using Npgsql;

        """;

    /// <summary>Between a builder and a started application.</summary>
    private static string Program(string statements, string types = "") => Usings + $$"""
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{statements}}
        app.Run();

        public partial class Store : DbContext { }

        {{types}}
        """;

    private static Task ReportsAsync(string statements, string types = "") => Verify.ReportsAsync(Program(statements, types), Setting.Program);

    private static Task IsSilentAsync(string statements, string types = "") => Verify.IsSilentAsync(Program(statements, types), Setting.Program);

    [Fact]
    [Clause(Rule, "developer-page", Verdict.Reports)]
    public Task DeveloperPage_Reports() =>
        Verify.ReportsAsync(
            Program("app.{|#0:UseDeveloperExceptionPage|}(); app.UseExceptionHandler(\"/error\");"),
            Setting.Program,
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.DetailedErrors).WithLocation(0)
                .WithMessage("'UseDeveloperExceptionPage' is on in production too, where clients see exceptions and stack traces; turn it on under IsDevelopment() only"));

    [Theory]
    [InlineData("app.[|UseDeveloperExceptionPage|]().UseRouting();")]
    [InlineData("DeveloperExceptionPageExtensions.[|UseDeveloperExceptionPage|](app);")]
    [InlineData("app.Map(\"/a\", branch => branch.[|UseDeveloperExceptionPage|]());")]
    [Clause(Rule, "developer-page", Verdict.Reports)]
    public Task DeveloperPageInOtherForms_Reports(string statements) => ReportsAsync(statements);

    [Fact]
    [Clause(Rule, "developer-page", Verdict.IsSilent)]
    public Task OwnMethod_IsSilent() =>
        IsSilentAsync("Pages.UseDeveloperExceptionPage(app); app.UseExceptionHandler(\"/error\");", "public static class Pages { public static void UseDeveloperExceptionPage(IApplicationBuilder app) => app.UseRouting(); }");

    [Theory]
    [InlineData("builder.Services.AddDbContext<Store>(options => options.UseSqlite(\"x\").[|EnableSensitiveDataLogging|]());")]
    [InlineData("builder.Services.AddDbContext<Store>(options => { options.[|EnableSensitiveDataLogging|](); });")]
    [InlineData("builder.Services.AddDbContext<Store>(options => options.[|EnableSensitiveDataLogging|](true));")]
    [InlineData("new DbContextOptionsBuilder<Store>().[|EnableSensitiveDataLogging|](sensitiveDataLoggingEnabled: true);")]
    [Clause(Rule, "sensitive-logging", Verdict.Reports)]
    public Task SensitiveDataLogging_Reports(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("builder.Services.AddDbContext<Store>(options => options.EnableSensitiveDataLogging(false));")]
    [InlineData("builder.Services.AddDbContext<Store>(options => options.EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));")]
    [InlineData("builder.Services.AddDbContext<Store>(options => options.EnableDetailedErrors());")]
    [Clause(Rule, "sensitive-logging", Verdict.IsSilent)]
    public Task SensitiveDataLoggingThatIsOff_IsSilent(string statements) => IsSilentAsync(statements);

    [Theory]
    [InlineData("builder.Services.AddSignalR(options => [|options.EnableDetailedErrors = true|]);")]
    [InlineData("builder.Services.Configure<HubOptions>(options => { [|options.EnableDetailedErrors = true|]; });")]
    [InlineData("builder.Services.AddServerSideBlazor(options => [|options.DetailedErrors = true|]);")]
    [InlineData("builder.Services.AddServerSideBlazor().AddCircuitOptions(options => [|options.DetailedErrors = true|]);")]
    [InlineData("var options = new CircuitOptions { [|DetailedErrors = true|] }; Console.WriteLine(options);")]
    [InlineData("var options = new GrpcServiceOptions { [|EnableDetailedErrors = true|] }; Console.WriteLine(options);")]
    [InlineData("builder.WebHost.[|UseSetting|](WebHostDefaults.DetailedErrorsKey, \"true\");")]
    [Clause(Rule, "detailed-errors", Verdict.Reports)]
    public Task DetailedErrors_Reports(string statements) => ReportsAsync(statements, "public class GrpcServiceOptions { public bool? EnableDetailedErrors { get; set; } }");

    [Theory]
    [InlineData("builder.Services.AddSignalR(options => options.EnableDetailedErrors = false);")]
    [InlineData("builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment());")]
    [InlineData("var options = new Own { EnableDetailedErrors = true }; Console.WriteLine(options);")]
    [InlineData("builder.WebHost.UseSetting(WebHostDefaults.DetailedErrorsKey, \"false\");")]
    [Clause(Rule, "detailed-errors", Verdict.IsSilent)]
    public Task OtherSetting_IsSilent(string statements) => IsSilentAsync(statements, "public class Own { public bool EnableDetailedErrors { get; set; } }");

    [Fact]
    [Clause(Rule, "pii", Verdict.Reports)]
    public Task ShowPii_Reports() => ReportsAsync("[|IdentityModelEventSource.ShowPII = true|];");

    [Fact]
    [Clause(Rule, "pii", Verdict.IsSilent)]
    public Task ShowPiiThatIsOff_IsSilent() => IsSilentAsync("IdentityModelEventSource.ShowPII = false; if (app.Environment.IsDevelopment()) IdentityModelEventSource.ShowPII = true;");

    [Theory]
    [InlineData("var text = new NpgsqlConnectionStringBuilder { [|IncludeErrorDetail = true|] }; Console.WriteLine(text);")]
    [InlineData("var text = [|\"Host=db;Include Error Detail=true;Database=shop\"|]; Console.WriteLine(text);")]
    [InlineData("var text = $\"[|Host=db;IncludeErrorDetail=True;Database=|]{args[0]}\"; Console.WriteLine(text);")]
    [Clause(Rule, "error-detail", Verdict.Reports)]
    public Task ErrorDetail_Reports(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("var text = new NpgsqlConnectionStringBuilder { IncludeErrorDetail = builder.Environment.IsDevelopment() }; Console.WriteLine(text);")]
    [InlineData("var text = \"Host=db;Include Error Detail=false\"; Console.WriteLine(text + \"Include Error Detail\");")]
    [InlineData("if (app.Environment.IsDevelopment()) Console.WriteLine(\"Host=db;Include Error Detail=true\");")]
    [Clause(Rule, "error-detail", Verdict.IsSilent)]
    public Task OtherText_IsSilent(string statements) => IsSilentAsync(statements);

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseDeveloperExceptionPage();")]
    [InlineData("if (app.Environment.IsDevelopment() || app.Environment.IsStaging()) { app.UseDeveloperExceptionPage(); }")]
    [InlineData("if (!app.Environment.IsProduction()) app.UseDeveloperExceptionPage();")]
    [InlineData("if (app.Environment.IsProduction()) app.UseHsts(); else app.UseDeveloperExceptionPage();")]
    [InlineData("if (app.Environment.IsEnvironment(\"Local\")) app.UseDeveloperExceptionPage();")]
    [InlineData("if (app.Environment.EnvironmentName is \"Development\" or \"Test\") app.UseDeveloperExceptionPage();")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"ASPNETCORE_ENVIRONMENT\") == \"Development\") app.UseDeveloperExceptionPage();")]
    [InlineData("if (builder.Environment.IsDevelopment()) builder.Services.AddSignalR(options => options.EnableDetailedErrors = true);")]
    [InlineData("builder.Services.AddDbContext<Store>(options => { if (builder.Environment.IsDevelopment()) options.EnableSensitiveDataLogging(); });")]
    [InlineData("builder.Services.AddDbContext<Store>((provider, options) => { if (provider.GetRequiredService<IHostEnvironment>().IsDevelopment()) options.EnableSensitiveDataLogging(); });")]
    [Clause(Rule, "guard-direct", Verdict.IsSilent)]
    public Task Guarded_IsSilent(string statements) => IsSilentAsync(statements);

    [Theory]
    [InlineData("if (args.Length > 1) app.[|UseDeveloperExceptionPage|]();")]
    [InlineData("if (!app.Environment.IsDevelopment()) app.[|UseDeveloperExceptionPage|]();")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseRouting(); app.[|UseDeveloperExceptionPage|]();")]
    [InlineData("if (app.Environment.IsDevelopment() || args.Length > 1) app.[|UseDeveloperExceptionPage|]();")]
    [InlineData("if (app.Environment.IsProduction()) app.[|UseDeveloperExceptionPage|](); else app.UseHsts();")]
    [Clause(Rule, "guard-direct", Verdict.Reports)]
    public Task OtherGuard_Reports(string statements) => ReportsAsync(statements);

    [Theory]
    [InlineData("var dev = app.Environment.IsDevelopment(); if (dev) app.UseDeveloperExceptionPage();")]
    [InlineData("var show = builder.Environment.IsDevelopment(); builder.Services.AddSignalR(options => options.EnableDetailedErrors = show);")]
    [InlineData("if (Flags.Show) app.UseDeveloperExceptionPage();")]
    [Clause(Rule, "guard-local", Verdict.IsSilent)]
    public Task GuardInAVariable_IsSilent(string statements) =>
        IsSilentAsync(statements, "public static class Flags { public static readonly bool Show = new HostBuilderContext(null!).HostingEnvironment.IsDevelopment(); }");

    [Theory]
    [InlineData("var show = args.Length > 1; if (show) app.[|UseDeveloperExceptionPage|]();")]
    [InlineData("var show = app.Environment.IsDevelopment(); show = args.Length > 1; if (show) app.[|UseDeveloperExceptionPage|]();")]
    [Clause(Rule, "guard-local", Verdict.Reports)]
    public Task OtherVariable_Reports(string statements) => ReportsAsync(statements);

    [Fact]
    [Clause(Rule, "guard-early-return", Verdict.IsSilent)]
    public Task EarlyReturn_IsSilent() =>
        IsSilentAsync("Errors.Use(app);", "static class Errors { public static void Use(WebApplication app) { if (!app.Environment.IsDevelopment()) { app.UseHsts(); return; } app.UseDeveloperExceptionPage(); } }");

    [Fact]
    [Clause(Rule, "guard-early-return", Verdict.Reports)]
    public Task OtherEarlyReturn_Reports() =>
        ReportsAsync("Errors.Use(app);", "static class Errors { public static void Use(WebApplication app) { if (app.Environment.IsDevelopment()) return; app.[|UseDeveloperExceptionPage|](); } }");

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment() && args.Length > 1) app.UseDeveloperExceptionPage();")]
    [InlineData("_ = app.Environment.IsDevelopment() ? app.UseDeveloperExceptionPage() : app.UseHsts();")]
    [InlineData("var ok = app.Environment.IsDevelopment() && app.UseDeveloperExceptionPage() is not null; Console.WriteLine(ok);")]
    [Clause(Rule, "guard-chain", Verdict.IsSilent)]
    public Task GuardInAChain_IsSilent(string statements) => IsSilentAsync(statements);

    [Theory]
    [InlineData("_ = app.Environment.IsDevelopment() ? app.UseHsts() : app.[|UseDeveloperExceptionPage|]();")]
    [InlineData("var ok = app.Environment.IsDevelopment() || app.[|UseDeveloperExceptionPage|]() is not null; Console.WriteLine(ok);")]
    [Clause(Rule, "guard-chain", Verdict.Reports)]
    public Task OtherChain_Reports(string statements) => ReportsAsync(statements);

    [Fact]
    [Clause(Rule, "guard-switch", Verdict.IsSilent)]
    public Task SwitchOverTheEnvironment_IsSilent() =>
        IsSilentAsync("switch (app.Environment.EnvironmentName) { case \"Development\": case \"Test\": app.UseDeveloperExceptionPage(); break; default: app.UseHsts(); break; }");

    [Fact]
    [Clause(Rule, "guard-switch", Verdict.Reports)]
    public Task SwitchDefault_Reports() =>
        ReportsAsync("switch (app.Environment.EnvironmentName) { case \"Production\": app.UseHsts(); break; default: app.[|UseDeveloperExceptionPage|](); break; }");

    [Fact]
    [Clause(Rule, "guard-debug", Verdict.IsSilent)]
    public Task DebugBuild_IsSilent() => IsSilentAsync("#if !RELEASE\napp.UseDeveloperExceptionPage();\n#endif\n");

    [Fact]
    [Clause(Rule, "guard-debug", Verdict.Reports)]
    public Task OtherBuild_Reports() => ReportsAsync("#if !BROWSER\napp.[|UseDeveloperExceptionPage|]();\n#endif\n");

    [Theory]
    [InlineData("if (builder.Configuration.GetValue<bool>(\"ShowErrors\")) app.UseDeveloperExceptionPage();")]
    [InlineData("builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Configuration.GetValue<bool>(\"Errors:Detailed\"));")]
    [Clause(Rule, "guard-configuration", Verdict.IsSilent)]
    public Task ConfiguredSwitch_IsSilent(string statements) => IsSilentAsync(statements);

    [Fact]
    [Clause(Rule, "guard-configuration", Verdict.Reports)]
    public Task SwitchBesideTheCall_Reports() =>
        ReportsAsync("if (builder.Configuration.GetValue<bool>(\"UseHsts\")) app.UseHsts(); app.[|UseDeveloperExceptionPage|]();");

    [Theory]
    [InlineData("if (app.Environment.IsDevelopment()) Errors.Use(app);", "static class Errors { public static void Use(IApplicationBuilder app) { app.UseDeveloperExceptionPage(); } }")]
    [InlineData("if (app.Environment.IsDevelopment()) app.UseDetails();", "static class Errors { public static void UseDetails(this IApplicationBuilder app) => Inner(app); private static void Inner(IApplicationBuilder app) => app.UseDeveloperExceptionPage(); }")]
    [InlineData("", "class Startup { public void ConfigureDevelopment(IApplicationBuilder app) => app.UseDeveloperExceptionPage(); }")]
    [InlineData("", "class StartupDevelopment { public void Configure(IApplicationBuilder app) => app.UseDeveloperExceptionPage(); }")]
    [InlineData("if (app.Environment.IsDevelopment()) Use(); void Use() { app.UseDeveloperExceptionPage(); }", "")]
    [Clause(Rule, "guard-caller", Verdict.IsSilent)]
    public Task GuardedCaller_IsSilent(string statements, string types) => IsSilentAsync(statements, types);

    [Theory]
    [InlineData("Errors.Use(app);", "static class Errors { public static void Use(IApplicationBuilder app) { app.[|UseDeveloperExceptionPage|](); } }")]
    [InlineData("if (app.Environment.IsDevelopment()) Errors.Use(app); Errors.Use(app);", "static class Errors { public static void Use(IApplicationBuilder app) { app.[|UseDeveloperExceptionPage|](); } }")]
    [InlineData("", "class Startup { public void Configure(IApplicationBuilder app) => app.[|UseDeveloperExceptionPage|](); }")]
    [InlineData("", "class Startup { public void Use(IApplicationBuilder app) => app.[|UseDeveloperExceptionPage|](); }")]
    [Clause(Rule, "guard-caller", Verdict.Reports)]
    public Task OtherCaller_Reports(string statements, string types) => ReportsAsync(statements, types);

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        Verify.RunsAsync(Program("if (app.Environment.) app.UseDeveloperExceptionPage( ; options.EnableDetailedErrors = ; switch (app.Environment.EnvironmentName) { case : app.UseDeveloperExceptionPage() } ShowPII = tru"), Setting.Program with { Broken = true });
}
