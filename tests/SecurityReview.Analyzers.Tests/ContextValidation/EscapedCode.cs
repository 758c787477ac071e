namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>A controller that starts work, and services that keep things.</summary>
internal static class EscapedCode
{
    public const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Security.Claims;
        using System.Security.Principal;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;

        """;

    /// <summary>The members of a controller.</summary>
    public static string Controller(string members) => $$"""
        {{Usings}}
        public interface IBackgroundTaskQueue { void QueueBackgroundWorkItem(Func<CancellationToken, Task> work); }
        public interface IAudit { Task WriteAsync(string? text); }
        public sealed class OrdersController(ILogger<OrdersController> logger, IAudit audit, IBackgroundTaskQueue queue, IHttpContextAccessor accessor) : ControllerBase
        {
            private IActionResult Done => Ok(logger is null || audit is null || queue is null || accessor is null);
            {{members}}
        }
        """;

    /// <summary>An action of it.</summary>
    public static string Action(string body) => Controller($$"""
        public async Task<IActionResult> Act(HttpContext http, ClaimsPrincipal principal)
            {
                {{body}}
                await Task.Yield();
                return Done;
            }
        """);
}
