using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>
/// Runs analyzers as the command-line compiler does: attached to the compilation that is emitted, so that each body is bound once for
/// both, and without those that can only report below a warning. The public way (<see cref="CompilationWithAnalyzers"/>) binds for itself
/// and would make the floor look dearer than it is, so the compiler's own entry is called by reflection, at the pinned version.
/// </summary>
internal static class CompilerDriver
{
    private static readonly Type s_driver = Internal("Microsoft.CodeAnalysis.Diagnostics.AnalyzerDriver");
    private static readonly Type s_manager = Internal("Microsoft.CodeAnalysis.Diagnostics.AnalyzerManager");
    private static readonly Type s_severityFilter = Internal("Microsoft.CodeAnalysis.Diagnostics.SeverityFilter");
    private static readonly MethodInfo s_attach = s_driver.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Single(method => method.Name == "CreateAndAttachToCompilation" && method.GetParameters().Length == 10);

    /// <summary>Compiles to nowhere and returns what the analyzers reported.</summary>
    /// <exception cref="InvalidOperationException">An analyzer failed, or the sources have errors and must have none.</exception>
    public static ImmutableArray<Diagnostic> Compile(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool mustCompile)
    {
        var options = new AnalyzerOptions([]);
        var manager = Activator.CreateInstance(s_manager, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, null, [analyzers], null);
        Diagnostic? failure = null;
        Action<Diagnostic> onException = diagnostic => failure ??= diagnostic;
        // What the compiler leaves out when it writes no error log.
        var belowWarning = Enum.Parse(s_severityFilter, "Hidden, Info");
        object?[] arguments = [compilation, analyzers, options, manager, onException, false, belowWarning, false, null, CancellationToken.None];
        var driver = s_attach.Invoke(null, arguments)!;
        using (driver as IDisposable)
        {
            var attached = (Compilation)arguments[8]!;
            Bind(attached, mustCompile);
            var found = (Task<ImmutableArray<Diagnostic>>)s_driver.GetMethod("GetDiagnosticsAsync", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!
                .Invoke(driver, [attached, CancellationToken.None])!;
            var diagnostics = found.GetAwaiter().GetResult();
            return failure is null ? diagnostics : throw new InvalidOperationException(failure.ToString());
        }
    }

    /// <summary>Binds all bodies. With errors in declarations emitting would stop before it does, and the analyzers would go on behind the back of who measures.</summary>
    private static void Bind(Compilation compilation, bool mustCompile)
    {
        if (!mustCompile)
            compilation.GetDiagnostics();
        else if (compilation.Emit(Stream.Null) is { Success: false } emitted)
            throw new InvalidOperationException("Does not compile: " + emitted.Diagnostics.First(item => item.Severity == DiagnosticSeverity.Error));
    }

    private static Type Internal(string name) => typeof(Compilation).Assembly.GetType(name, throwOnError: true)!;
}
