using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>Applies a <see cref="Setting"/> to a test of the testing library.</summary>
internal static class TestSetup
{
    private static readonly ConcurrentDictionary<Type, bool> s_shown = new();

    /// <summary>References come from the reference pack; the library's own lists do not know the newest frameworks.</summary>
    private static readonly ReferenceAssemblies s_noReferences = new("none");

    /// <summary>That a source compiles is a fact about the source, and binding it once more for that takes a fifth of the time: the newest compiler tells.</summary>
    private static readonly bool s_compilesElsewhere =
#if FLOOR
        true;
#else
        false;
#endif

    public static void Configure(AnalyzerTest<DefaultVerifier> test, SolutionState state, Setting setting)
    {
        test.ReferenceAssemblies = s_noReferences;
        // A mark without an id is the rule of the analyzer; that a budget was used up comes after it.
        test.MarkupOptions = MarkupOptions.UseFirstDescriptor;
        test.CompilerDiagnostics = setting.Broken || s_compilesElsewhere ? CompilerDiagnostics.None : CompilerDiagnostics.Errors;
        if (setting.IsAboutSuppressions)
            test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        if (IsShown(test, state))
            test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck | TestBehaviors.SkipGeneratedCodeCheck;
        Fill(state, setting);
        test.SolutionTransforms.Add((solution, projectId) =>
        {
            var project = solution.GetProject(projectId)!;
            var parse = ((CSharpParseOptions)project.ParseOptions!)
                .WithLanguageVersion(setting.LanguageVersion)
                .WithDocumentationMode(setting.DocumentationMode);
            var compilation = ((CSharpCompilationOptions)project.CompilationOptions!)
                .WithOutputKind(setting.OutputKind)
                .WithNullableContextOptions(Microsoft.CodeAnalysis.NullableContextOptions.Enable)
                .WithAllowUnsafe(true);
            return solution.WithProjectParseOptions(projectId, parse).WithProjectCompilationOptions(projectId, compilation);
        });
    }

    /// <summary>
    /// Whether another program has shown already that the analyzer's findings can be suppressed and that it spares generated code: that does not
    /// depend on the program, and costs two more analyses.
    /// </summary>
    private static bool IsShown(AnalyzerTest<DefaultVerifier> test, SolutionState state) =>
        state.Sources.Any(static source => source.content.ToString().Contains("[|", StringComparison.Ordinal)) && !s_shown.TryAdd(test.GetType(), true);

    public static void Fill(SolutionState state, Setting setting)
    {
        state.OutputKind = setting.OutputKind;
        state.AdditionalReferences.AddRange(setting.References);
        if (setting.Options.Length > 0)
            state.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{setting.Options}\n"));
        if (setting.GlobalOptions.Length > 0)
            state.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\n{setting.GlobalOptions}\n"));
        foreach (var (name, source) in setting.MoreSources)
            state.Sources.Add((name, source));
        foreach (var (name, content) in setting.AdditionalFiles)
            state.AdditionalFiles.Add((name, content));
    }
}
