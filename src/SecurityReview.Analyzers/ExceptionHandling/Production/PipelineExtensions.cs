using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Production;

/// <summary>Extension methods by which libraries add to a pipeline: what they add, only their name tells.</summary>
internal static class PipelineExtensions
{
    private static readonly HashSet<string> s_verbs = new(StringComparer.Ordinal) { "Use", "Add", "Configure", "Handle", "Map", "Register", "Setup", "Enable" };

    private static readonly HashSet<string> s_errors = new(StringComparer.Ordinal) { "Exception", "Exceptions", "Error", "Errors", "Problem", "Fault", "Faults" };

    private static readonly HashSet<string> s_otherMatters = new(StringComparer.Ordinal) { "Logging", "Log", "Metrics", "Describer", "Tracking", "Telemetry", "Developer" };

    private static readonly HashSet<string> s_receivers = new(StringComparer.Ordinal)
    {
        "IApplicationBuilder", "WebApplication", "WebApplicationBuilder", "IHostApplicationBuilder", "IServiceCollection", "IMvcBuilder", "IMvcCoreBuilder", "IEndpointRouteBuilder", "IHostBuilder",
        "IWebHostBuilder",
    };

    /// <summary>Whether a method of this name may add to a pipeline.</summary>
    public static bool MayExtend(string name) => NameWords.Of(name) is { Length: > 1 } words && s_verbs.Contains(words[0]);

    /// <summary>Whether a name is about the handling of errors.</summary>
    public static bool SpeaksOfErrors(string name)
    {
        var words = NameWords.Of(name);
        return (words.Any(s_errors.Contains) || name.Contains("ProblemDetails")) && !words.Any(s_otherMatters.Contains);
    }

    /// <summary>Whether a library's extension may add a handler: it is named after errors, or comes from the house that the program is of.</summary>
    public static bool MayAddHandler(IMethodSymbol called, IAssemblySymbol program)
    {
        var method = called.ReducedFrom ?? called;
        if (!method.IsExtensionMethod || !method.DeclaringSyntaxReferences.IsEmpty || !s_receivers.Contains(method.Parameters[0].Type.Name))
            return false;
        var library = method.ContainingAssembly.Name;
        if (library.StartsWith("Microsoft.", StringComparison.Ordinal))
            return false;
        return SpeaksOfErrors(method.Name) || HouseOf(library) == HouseOf(program.Name);
    }

    /// <summary>The first part of the name of an assembly.</summary>
    private static string HouseOf(string assembly) => assembly.Split('.')[0];
}
