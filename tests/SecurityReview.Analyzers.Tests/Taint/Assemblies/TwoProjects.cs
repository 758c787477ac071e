using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Assemblies;

/// <summary>A library and an application that references it, in each of the ways in which a compiler may see the library.</summary>
internal static class TwoProjects
{
    /// <summary>The library, as the compiler of its project sees it.</summary>
    public static CSharpCompilation Library(string source, Setting? setting = null, params MetadataReference[] more)
    {
        var library = Compilations.Create(source, setting ?? Setting.Default).WithAssemblyName("Library").AddReferences(more);
        Assert.Empty(library.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        return library;
    }

    /// <summary>As a referenced project is in an editor: with its source.</summary>
    public static MetadataReference Source(Compilation library) => library.ToMetadataReference();

    /// <summary>As it is in a build: what the compiler wrote.</summary>
    public static MetadataReference Image(Compilation library)
    {
        using var image = new MemoryStream();
        var emitted = library.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>The findings of the application as <c>line:column message</c>, in order; an exception of an analyzer fails the test.</summary>
    public static async Task<string[]> FindingsAsync<TAnalyzer>(string application, params MetadataReference[] libraries)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var compilation = Compilations.Create(application, Setting.Default).AddReferences(libraries);
        Assert.Empty(compilation.GetDiagnostics().Where(item => item.Severity == DiagnosticSeverity.Error));
        var findings = await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new TAnalyzer())).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(findings.Where(finding => finding.Id == "AD0001"));
        return
        [
            .. findings.OrderBy(finding => finding.Location.SourceSpan.Start)
                .Select(finding => (finding.Location.GetLineSpan().StartLinePosition, finding))
                .Select(pair => $"{pair.StartLinePosition.Line + 1}:{pair.StartLinePosition.Character + 1} {pair.finding.GetMessage()}"),
        ];
    }
}
