using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>
/// Recognises calls that log: Microsoft.Extensions.Logging (methods, defined and generated messages, scopes), Serilog, NLog, log4net, the console,
/// traces and activities. By name first; the type is asked only then.
/// </summary>
internal static class LogCalls
{
    private static readonly HashSet<string> s_levels = new(StringComparer.Ordinal)
    {
        "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Verbose", "Information", "Warning", "Write", "Log",
        "TraceFormat", "DebugFormat", "InfoFormat", "WarnFormat", "ErrorFormat", "FatalFormat",
        "ConditionalTrace", "ConditionalDebug", "ForContext", "PushProperty", "WithProperty", "SetProperty", "PushScopeProperty",
    };

    private static readonly HashSet<string> s_writers = new(StringComparer.Ordinal)
    {
        "Write", "WriteLine", "WriteAsync", "WriteLineAsync", "WriteIf", "WriteLineIf", "TraceInformation", "TraceWarning", "TraceError", "TraceEvent", "TraceData", "WriteEntry",
        "SetTag", "AddTag", "AddBaggage", "SetBaggage", "Print",
    };

    private static readonly HashSet<string> s_templates = new(StringComparer.Ordinal) { "message", "messageTemplate", "messageFormat", "format" };

    /// <summary>Whether the methods of the libraries that log may have a name.</summary>
    public static bool MayBeNamed(string name) =>
        name.StartsWith("Log", StringComparison.Ordinal) || name == "BeginScope" || s_levels.Contains(name) || s_writers.Contains(name);

    /// <summary>What a call logs; null where it logs nothing.</summary>
    public static LogCall? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return IsDefinedMessage(call) ? Made(call, null) : null;
        if (!MayLog(method))
            return null;
        if (!IsLogger(call))
            return null;
        var template = call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Type.SpecialType: SpecialType.System_String, Name: var name } && s_templates.Contains(name))?.Value;
        return Made(call, template);
    }

    private static bool MayLog(IMethodSymbol method) => MayBeNamed(method.Name) || IsGenerated(method);

    private static LogCall Made(IInvocationOperation call, IOperation? template)
    {
        var receiver = call.TargetMethod.IsExtensionMethod ? call.Receiver() : null;
        var values = call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && !ReferenceEquals(argument.Value, receiver))
            .SelectMany(ArgumentElements.Of).ToImmutableArray();
        return new LogCall(values, template);
    }

    private static bool IsLogger(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        if (type is null)
            return false;
        if (IsGenerated(method))
            return true;
        var space = Root(type);
        switch (space)
        {
            case "Microsoft":
                return type.ContainingNamespace.IsNamed("Microsoft", "Extensions", "Logging") && type.Name is "LoggerExtensions" or "ILogger";
            case "Serilog":
                return type.Name is "ILogger" or "Log" or "Logger" or "LogContext";
            case "NLog":
                return type.Name is "Logger" or "ILogger" or "ILoggerBase" or "ILoggerExtensions" or "ScopeContext" || type.Name.EndsWith("LogEventBuilder", StringComparison.Ordinal);
            case "log4net":
                return type.Name is "ILog";
            case "System":
                return IsOfSystem(call, type);
            default:
                return false;
        }
    }

    private static bool IsOfSystem(IInvocationOperation call, INamedTypeSymbol type) => type.Name switch
    {
        "Console" => type.ContainingNamespace.IsNamed("System"),
        "Trace" or "Debug" or "TraceSource" or "EventLog" or "Activity" => type.ContainingNamespace.IsNamed("System", "Diagnostics"),
        "TextWriter" => call.Instance?.Unwrap() is IPropertyReferenceOperation { Property: { Name: "Error" or "Out", ContainingType.Name: "Console" } },
        _ => false,
    };

    /// <summary>A partial method with a logging attribute, whose body the compiler writes.</summary>
    private static bool IsGenerated(IMethodSymbol method) =>
        method is { ReturnsVoid: true, IsExtern: false } && (method.IsPartialDefinition || method.PartialDefinitionPart is not null || method.PartialImplementationPart is not null) &&
        method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute");

    /// <summary>A delegate that <c>LoggerMessage.Define</c> made: <c>Action&lt;ILogger, …, Exception?&gt;</c>.</summary>
    private static bool IsDefinedMessage(IInvocationOperation call) =>
        call.TargetMethod is { ReturnsVoid: true, Parameters: { Length: >= 3 } parameters } && parameters[0].Type.Name == "ILogger" &&
        parameters[parameters.Length - 1].Type is { Name: "Exception" } && call.TargetMethod.ContainingType.Name == "Action";

    private static string Root(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space?.Name ?? "";
    }
}
