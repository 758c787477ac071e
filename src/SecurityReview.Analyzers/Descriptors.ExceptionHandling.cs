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

    public static readonly DiagnosticDescriptor ExceptionMessageInResponse = Create(
        RuleIds.ExceptionMessageInResponse,
        "Message of a framework exception is sent to the client",
        "The message of '{0}' is sent to the client; log the exception and answer with a message of your own",
        DiagnosticSeverity.Warning,
        "Such messages were written for developers: they name servers, tables, paths and types.",
        [209]);

    public static readonly DiagnosticDescriptor DetailedErrors = Create(
        RuleIds.DetailedErrors,
        "Detailed errors outside development",
        "'{0}' is on in production too, where {1}; turn it on under IsDevelopment() only",
        DiagnosticSeverity.Warning,
        "Details that are meant for developers reach everybody: code, queries, settings, data of other users.",
        [489]);

    public static readonly DiagnosticDescriptor ErrorHandlerMissing = Create(
        RuleIds.ErrorHandlerMissing,
        "No production error handler",
        "'{0}' serves requests without a handler for the exceptions of production; add one with AddProblemDetails and UseExceptionHandler",
        DiagnosticSeverity.Info,
        "Clients get empty or half-written answers, each endpoint invents its own, and one of them shows too much.",
        [755]);

    public static readonly DiagnosticDescriptor SecretInException = Create(
        RuleIds.SecretInException,
        "Secret in an exception message",
        "'{0}' is a secret and becomes part of the exception's message; leave it out",
        DiagnosticSeverity.Warning,
        "Messages of exceptions are logged, sent to monitoring and shown: who reads them has the secret.",
        [209]);

    public static readonly DiagnosticDescriptor SecretLogged = Create(
        RuleIds.SecretLogged,
        "Secret is logged",
        "'{0}' is a secret and is written to the log; leave it out",
        DiagnosticSeverity.Warning,
        "Who can read the logs, or gets hold of a copy, has the secret, long after it was used.",
        [532]);

    public static readonly DiagnosticDescriptor UntrustedLogTemplate = Create(
        RuleIds.UntrustedLogTemplate,
        "Untrusted data in a log template",
        "{0} becomes part of this log template; put a placeholder there and pass the value as an argument",
        DiagnosticSeverity.Info,
        "Callers write lines into the log that look like the program's own, and entries cannot be found by their template any more.",
        [117]);

    public static readonly DiagnosticDescriptor SecurityDecisionFailsOpen = Create(
        RuleIds.SecurityDecisionFailsOpen,
        "Security decision fails open",
        "When this check throws, the caller passes: {0}; log the exception and deny",
        DiagnosticSeverity.Warning,
        "Who can make the check throw, by a malformed token or a failing server, is let in.",
        [636]);

    public static readonly DiagnosticDescriptor SwallowedException = Create(
        RuleIds.SwallowedException,
        "Exception is swallowed",
        "This catch swallows {0}: nothing logs it, passes it on or answers with it; log it with the logger or rethrow it",
        DiagnosticSeverity.Info,
        "Attacks and failures leave no trace, and the program goes on with what it does not have.",
        [390]);
}
