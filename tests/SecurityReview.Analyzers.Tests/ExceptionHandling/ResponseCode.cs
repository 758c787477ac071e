namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Surroundings of responses under test.</summary>
internal static class ResponseCode
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Diagnostics;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using Grpc.Core;

        """;

    /// <summary>Members of a controller with a logger and an environment.</summary>
    public static string Controller(string members) => $$"""
        {{Usings}}
        public class OrdersController(ILogger<OrdersController> logger, IHostEnvironment environment, IConfiguration configuration) : Controller
        {
            {{members}}

            private void Work() => logger.LogInformation("Work in {Environment} with {Setting}", environment.EnvironmentName, configuration["x"]);
        }
        """;

    /// <summary>The statements of a catch of <c>ex</c> in an action.</summary>
    public static string Catch(string statements) => Controller($$"""
        [HttpGet]
            public IActionResult Get(int id)
            {
                try
                {
                    Work();
                    return Ok();
                }
                catch (InvalidOperationException ex)
                {
                    {{statements}}
                }
            }
        """);

    /// <summary>A program with top-level statements.</summary>
    public static string Program(string statements) => $$"""
        {{Usings}}
        var app = WebApplication.Create(args);
        {{statements}}
        app.Run();
        """;

    /// <summary>Types of their own.</summary>
    public static string File(string types) => Usings + types;
}
