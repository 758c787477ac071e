using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>
/// Repairs a solution as <c>dotnet format</c> does: it asks for a repair of the first finding only, and where none is offered runs one
/// Fix All over the solution with a null key. The later findings must be repaired all the same.
/// </summary>
internal static class NullKeyFixAll<TAnalyzer, TFixer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFixer : CodeFixProvider, new()
{
    /// <param name="source">A file whose first finding has no repair, while a later one has.</param>
    /// <param name="fixedSource">The file after the Fix All.</param>
    /// <param name="setting">The surroundings.</param>
    public static async Task RepairsAsync(string source, string fixedSource, Setting? setting = null)
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source, setting ?? Setting.Default);
        var findings = await FixAllFindings<TAnalyzer>.OfAsync(document.Project, CancellationToken.None);
        Assert.True(findings.Length > 1, "A first finding without and a later one with a repair are needed.");
        Assert.False(await HasRepairAsync(document, findings[0]), "The first finding has a repair.");

        var changed = await NullKeyRun<TAnalyzer, TFixer>.OverAsync(document);
        var text = await changed.GetDocument(document.Id)!.GetTextAsync();
        Assert.Equal(fixedSource, text.ToString());
    }

    private static Document AddDocument(AdhocWorkspace workspace, string source, Setting setting)
    {
        var projectId = ProjectId.CreateNewId();
        var documentId = DocumentId.CreateNewId(projectId);
        var solution = workspace.CurrentSolution
            .AddProject(projectId, "Test", "Test", LanguageNames.CSharp)
            .WithProjectMetadataReferences(projectId, setting.References)
            .WithProjectParseOptions(projectId, setting.ParseOptions)
            .WithProjectCompilationOptions(projectId, setting.CompilationOptions)
            .AddDocument(documentId, "Test0.cs", SourceText.From(source), filePath: "/0/Test0.cs")
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(projectId), ".editorconfig", SourceText.From($"root = true\n[*.cs]\n{setting.Options}\n"), filePath: "/.editorconfig");
        return solution.GetDocument(documentId)!;
    }

    private static async Task<bool> HasRepairAsync(Document document, Diagnostic finding)
    {
        var hasRepair = false;
        await new TFixer().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (_, _) => hasRepair = true, CancellationToken.None));
        return hasRepair;
    }
}
