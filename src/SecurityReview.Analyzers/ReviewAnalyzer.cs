using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers;

/// <summary>
/// The base of every analyzer of the package: concurrent, blind (by default) to test projects and to generated code, with the known types of the compilation at
/// hand. Generated code is looked at for what people wrote in pages and components alone (<see cref="PageCode"/>): gated actions see to that, others return
/// where their context says that the code is generated.
/// </summary>
/// <remarks>
/// A rule about operations never registers with the driver itself, which asks every analyzer about every operation of a build; it calls
/// <see cref="GatedRegistration.RegisterGatedOperationAction(CompilationStartAnalysisContext, BodyWords, Action{OperationContext}, OperationKind[])"/> with the words
/// (<see cref="BodyWords"/>: member names, type names, keywords) without one of which a body holds nothing for it. Bodies without any of the words cost one look-up in an
/// index of the file's text; in the others its action gets the operations of the kinds that it names, from one walk that all rules share, and tests names and symbols as usual.
/// Where the words cannot tell (what an endpoint returns, say), the overload with a gate of its own looks at the syntax of the body.
/// </remarks>
public abstract class ReviewAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            var types = KnownTypes.Of(start.Compilation);
            if (!types.IsTestProject(start.Options) || IncludesTestProjects(start.Options, start.Compilation))
                Register(start, types);
        });
    }

    /// <summary>The option is about a whole project, so a section of .editorconfig counts for all files if it does for one.</summary>
    private static bool IncludesTestProjects(AnalyzerOptions options, Compilation compilation) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.Get(ReviewOptions.IncludeTestProjects)
            || compilation.SyntaxTrees.Any(tree => options.Get(ReviewOptions.IncludeTestProjects, tree));

    /// <summary>Registers the actions of the rule, or nothing where the compilation lacks the types that the rule is about.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, KnownTypes types);
}
