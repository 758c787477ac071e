using Microsoft.CodeAnalysis.Testing;

namespace SecurityReview.Analyzers.Tests.ExceptionHandling;

/// <summary>Surroundings of catch clauses under test.</summary>
internal static class CatchCode
{
    /// <summary>A method of a service with a logger.</summary>
    public static string Method(string signature, string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Runtime.ExceptionServices;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        public partial class Service(ILogger<Service> logger)
        {
            private readonly ILogger _logger = logger;
            private int _fallback = 7;
            private bool _failed;
            private string _text = "x";

            public {{signature}}
            {
                {{statements}}
            }

            private void Work(int item = 0) => _text += item;

            private string Read() => _text + _failed + _fallback;

            private void Report(string text) => _logger.LogInformation("{Text}", text);
        }

        public class OwnException : Exception { }

        public class Answer
        {
            public static Answer Failed(string why) => new() { Why = why };

            public string? Why { get; init; }
        }

        """;

    /// <summary>A finding with a message.</summary>
    public static DiagnosticResult Expect(int place, string message) => new DiagnosticResult(Descriptors.SwallowedException).WithLocation(place).WithMessage(message);
}
