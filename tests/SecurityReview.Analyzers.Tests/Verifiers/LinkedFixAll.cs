using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>
/// Repairs a solution in which two projects compile one file, each with a preprocessor symbol of its own (<c>ONE</c>, <c>TWO</c>). Both
/// must end with the same text, or the workspace writes merge comments.
/// </summary>
internal static class LinkedFixAll<TAnalyzer, TFixer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFixer : CodeFixProvider, new()
{
    private static readonly string[] s_projects = ["One", "Two"];

    public static async Task RepairsAsync(string source, string fixedSource)
    {
        using var workspace = new AdhocWorkspace();
        var solution = s_projects.Aggregate(workspace.CurrentSolution, (current, name) => AddProject(current, name, source));
        var documents = solution.Projects.Select(project => project.Documents.Single()).ToList();

        var changed = await NullKeyRun<TAnalyzer, TFixer>.OverAsync(documents[0]);

        foreach (var document in documents)
            Assert.Equal(fixedSource, (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString());
    }

    private static Solution AddProject(Solution solution, string name, string source)
    {
        var projectId = ProjectId.CreateNewId();
        return solution
            .AddProject(projectId, name, name, LanguageNames.CSharp)
            .WithProjectMetadataReferences(projectId, Setting.Default.References)
            .WithProjectParseOptions(projectId, Setting.Default.ParseOptions.WithPreprocessorSymbols(name.ToUpperInvariant()))
            .WithProjectCompilationOptions(projectId, Setting.Default.CompilationOptions)
            .AddDocument(DocumentId.CreateNewId(projectId), "Shared.cs", SourceText.From(source), filePath: "/0/Shared.cs");
    }
}
