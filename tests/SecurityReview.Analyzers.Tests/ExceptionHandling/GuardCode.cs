namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Surroundings of security decisions under test.</summary>
internal static class GuardCode
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Claims;
        using System.Security.Cryptography;
        using System.Security.Cryptography.X509Certificates;
        using System.Text.Encodings.Web;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;
        using Microsoft.IdentityModel.Tokens;

        """;

    /// <summary>A method of a class without a telling name.</summary>
    public static string Method(string signature, string statements, string type = "Service") => Usings + $$"""
        public class {{type}}(ILogger<{{type}}> logger, IHostEnvironment environment)
        {
            public {{signature}}
            {
                {{statements}}
            }

            private bool Verify(string? text) => text is { Length: > 3 };

            private void Audit(string? text) => logger.LogInformation("{Text} in {Environment}", text, environment.EnvironmentName);
        }

        """;

    /// <summary>Types of their own.</summary>
    public static string File(string types) => Usings + types;
}
