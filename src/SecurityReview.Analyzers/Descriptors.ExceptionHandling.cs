using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ExceptionDetailInResponse = Create(
        RuleIds.ExceptionDetailInResponse,
        "Exception detail is sent to the client",
        "Detail of {0} is sent to the client; log the exception and answer with a generic message",
        DiagnosticSeverity.Warning,
        "Stack traces, paths, SQL and server names tell an attacker how the program is built and where to press.",
        [209]);
}
