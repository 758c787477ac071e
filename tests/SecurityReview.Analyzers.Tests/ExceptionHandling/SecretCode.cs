namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Surroundings of secrets under test.</summary>
internal static class SecretCode
{
    /// <param name="classifies">Whether the attribute of the diagnosis is one that classifies: then every body is looked at, whatever its words.</param>
    public static string Method(string statements, string types = "", bool classifies = false) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        public partial class Service(ILogger<Service> logger, IConfiguration configuration, Serilog.ILogger serilog, NLog.Logger nlog, log4net.ILog log4)
        {
            public void Run(User user, string password, string name, byte[] privateKey, HttpRequest request, Activity activity, CancellationToken token)
            {
                {{statements}}
            }

            private static string Mask(string text) => new('*', text.Length);

            private static string Shorten(string text) => text[..2];

            private void Keep() { _ = configuration; _ = logger; _ = serilog; _ = nlog; _ = log4; }
        }

        public class User
        {
            public string Name { get; set; } = "";
            public string Password { get; set; } = "";
            public string PasswordHash { get; set; } = "";
            public string? ApiKey { get; set; }
            [Private] public string Diagnosis { get; set; } = "";
        }

        public class Visitor { public string Name { get; set; } = ""; [System.Text.Json.Serialization.JsonIgnore] public string Password { get; set; } = ""; }

        public record Login(string Name, string Password);

        public sealed class PrivateAttribute() : {{(classifies ? "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute" : "Attribute")}};

        {{types}}

        {{(classifies ? Classification : "")}}
        """;

    private const string Classification = "namespace Microsoft.Extensions.Compliance.Classification { public abstract class DataClassificationAttribute : Attribute { } }";
}
