using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.ExceptionHandling;
using NullKeyFixAll = SecurityReview.Analyzers.Tests.Verifiers.NullKeyFixAll<SecurityReview.Analyzers.ExceptionHandling.DetailedErrorsAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.DetailedErrorsFixer>;
using VerifyFix = SecurityReview.Analyzers.Tests.Verifiers.VerifyFix<SecurityReview.Analyzers.ExceptionHandling.DetailedErrorsAnalyzer, SecurityReview.CodeFixes.ExceptionHandling.DetailedErrorsFixer>;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

public class DetailedErrorsFixerTests
{
    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.IdentityModel.Logging;

        """;

    private const string Store = """

        public class Store : DbContext { }

        """;

    [Fact]
    public Task Program_IsRepaired() =>
        VerifyFix.RepairsAsync(
            Usings + """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<Store>(options => options.UseSqlite("x").[|EnableSensitiveDataLogging|]());
            builder.Services.AddDbContext<Store>(options =>
            {
                // All of it.
                options.[|EnableSensitiveDataLogging|](true); // for now
            });
            builder.Services.AddSignalR(options => [|options.EnableDetailedErrors = true|]);
            [|IdentityModelEventSource.ShowPII = true|];
            var app = builder.Build();

            // Shows everything.
            app.[|UseDeveloperExceptionPage|](); // later

            app.Run();
            """ + Store,
            Usings + """
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<Store>(options => options.UseSqlite("x").EnableSensitiveDataLogging(builder.Environment.IsDevelopment()));
            builder.Services.AddDbContext<Store>(options =>
            {
                // All of it.
                options.EnableSensitiveDataLogging(builder.Environment.IsDevelopment()); // for now
            });
            builder.Services.AddSignalR(options => options.EnableDetailedErrors = builder.Environment.IsDevelopment());
            IdentityModelEventSource.ShowPII = builder.Environment.IsDevelopment();
            var app = builder.Build();

            // Shows everything.
            if (app.Environment.IsDevelopment())
            {
                app.UseDeveloperExceptionPage(); // later
            }

            app.Run();
            """ + Store,
            Setting.Program);

    [Fact]
    public Task Startup_UsesTheEnvironmentInScope() =>
        VerifyFix.RepairsAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Hosting;
            using Microsoft.EntityFrameworkCore;

            public class Startup
            {
                public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
                {
                    app.[|UseDeveloperExceptionPage|]();
                    app.UseRouting();
                }
            }

            public class Store(IWebHostEnvironment environment) : DbContext
            {
                protected override void OnConfiguring(DbContextOptionsBuilder options)
                {
                    options.[|EnableSensitiveDataLogging|]();
                }
            }
            """,
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Hosting;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.Hosting;

            public class Startup
            {
                public void Configure(IApplicationBuilder app, IWebHostEnvironment environment)
                {
                    if (environment.IsDevelopment())
                    {
                        app.UseDeveloperExceptionPage();
                    }

                    app.UseRouting();
                }
            }

            public class Store(IWebHostEnvironment environment) : DbContext
            {
                protected override void OnConfiguring(DbContextOptionsBuilder options)
                {
                    options.EnableSensitiveDataLogging(environment.IsDevelopment());
                }
            }
            """);

    [Theory]
    [InlineData("\"Host=db;Include Error Detail=true;Database=shop\"", "\"Host=db;Database=shop\"")]
    [InlineData("\"Host=db;Include Error Detail=true\"", "\"Host=db\"")]
    [InlineData("@\"Include Error Detail=true; Host=db\"", "@\" Host=db\"")]
    public Task ConnectionString_LosesTheSetting(string text, string repaired) =>
        VerifyFix.RepairsAsync($"class C {{ string Text() {{ return [|{text}|]; }} }}", $"class C {{ string Text() {{ return {repaired}; }} }}");

    [Fact]
    public Task LineEndingsOfTheFile_AreKept() =>
        VerifyFix.RepairsAsync(
            (Usings + "var app = WebApplication.Create(args);\n\napp.[|UseDeveloperExceptionPage|]();\n\napp.Run();\n").ReplaceLineEndings("\r\n"),
            (Usings + "var app = WebApplication.Create(args);\n\nif (app.Environment.IsDevelopment())\n{\n    app.UseDeveloperExceptionPage();\n}\n\napp.Run();\n").ReplaceLineEndings("\r\n"),
            Setting.Program);

    private const string Blind = """
        public static class Errors
        {
            public static void Use(IApplicationBuilder app)
            {
                app.CALLED();
            }

            public static void UseHere(IApplicationBuilder app, IHostEnvironment environment)
            {
                OTHER
            }
        }
        """;

    [Fact]
    public Task WithoutTheEnvironment_NothingIsOffered() =>
        VerifyFix.OffersNothingAsync(Usings + Blind.Replace("CALLED", "[|UseDeveloperExceptionPage|]", StringComparison.Ordinal).Replace("OTHER", "app.UseRouting();", StringComparison.Ordinal));

    [Fact]
    public Task FixAllWithoutAKey_RepairsWhatCanBe()
    {
        var blind = Usings + Blind.Replace("CALLED", "UseDeveloperExceptionPage", StringComparison.Ordinal);
        return NullKeyFixAll.RepairsAsync(
            blind.Replace("OTHER", "app.UseDeveloperExceptionPage();", StringComparison.Ordinal),
            blind.Replace("OTHER", "if (environment.IsDevelopment())\n        {\n            app.UseDeveloperExceptionPage();\n        }", StringComparison.Ordinal));
    }

    [Fact]
    public Task HalfTypedCode_DoesNotThrow() =>
        HalfTypedCode.PlansAsync<DetailedErrorsFixer>(Usings + "var app = WebApplication.Create(args; app.UseDeveloperExceptionPage( ; x.EnableDetailedErrors = ; \"Include Error Detail=true", RuleIds.DetailedErrors, Setting.Program with { Broken = true });
}
