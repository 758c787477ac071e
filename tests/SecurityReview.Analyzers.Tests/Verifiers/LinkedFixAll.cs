using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
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
        var fixer = new TFixer();
        var context = new FixAllContext(
            documents[0], fixer, FixAllScope.Solution, codeActionEquivalenceKey: null!, fixer.FixableDiagnosticIds, new FixAllFindings<TAnalyzer>(), CancellationToken.None);

        var action = await fixer.GetFixAllProvider()!.GetFixAsync(context);

        var operations = await action!.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        foreach (var document in documents)
            Assert.Equal(fixedSource, (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString());
    }

    private static Solution AddProject(Solution solution, string name, string source)
    {
        var projectId = ProjectId.CreateNewId();
        return solution
            .AddProject(projectId, name, name, LanguageNames.CSharp)
            .WithProjectMetadataReferences(projectId, TestReferences.Of(TestReferences.Net10))
            .WithProjectParseOptions(projectId, new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: [name.ToUpperInvariant()]))
            .WithProjectCompilationOptions(
                projectId, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .AddDocument(DocumentId.CreateNewId(projectId), "Shared.cs", SourceText.From(source), filePath: "/0/Shared.cs");
    }
}
