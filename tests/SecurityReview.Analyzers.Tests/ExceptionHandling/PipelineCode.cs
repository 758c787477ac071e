namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Web programs whose pipeline is under test.</summary>
internal static class PipelineCode
{
    public const string Usings = """
        using System;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """;

    /// <summary>A program with some statements between the building and the end of the application.</summary>
    public static string Program(string pipeline, string types = "", string run = "app.Run();") => Usings + $$"""
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{pipeline}}
        app.MapGet("/orders", () => "none");
        {{run}}

        {{types}}

        """;

    /// <summary>Middleware that runs the rest of the pipeline in a <c>try</c>.</summary>
    public static string Middleware(string clauses) => $$"""
        public class Answers(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                try
                {
                    await next(context);
                }
                {{clauses}}
            }
        }
        """;
}
