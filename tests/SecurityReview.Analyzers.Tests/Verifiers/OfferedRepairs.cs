using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>Which repairs the light bulb shows, in its order.</summary>
internal static class OfferedRepairs
{
    /// <summary>The equivalence keys of the repairs of the first finding in a source.</summary>
    public static async Task<IReadOnlyList<string?>> KeysAsync<TAnalyzer, TFixer>(string source, Setting? setting = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source, setting ?? Setting.Default);
        var findings = await FixAllFindings<TAnalyzer>.OfAsync(document.Project, CancellationToken.None);
        var keys = new List<string?>();
        await new TFixer().RegisterCodeFixesAsync(new CodeFixContext(document, findings[0], (action, _) => keys.Add(action.EquivalenceKey), CancellationToken.None));
        return keys;
    }

    /// <summary>A source after one Fix All under a key.</summary>
    public static async Task<string> FixAllAsync<TAnalyzer, TFixer>(string source, string key, Setting? setting = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = AddDocument(workspace, source, setting ?? Setting.Default);
        var changed = await NullKeyRun<TAnalyzer, TFixer>.OverAsync(document, key);
        return (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>A project with one document.</summary>
    public static Document AddDocument(AdhocWorkspace workspace, string source, Setting setting) =>
        workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: setting.CompilationOptions, parseOptions: setting.ParseOptions, metadataReferences: setting.References))
            .AddDocument("Test0.cs", SourceText.From(source), filePath: "/0/Test0.cs");
}
