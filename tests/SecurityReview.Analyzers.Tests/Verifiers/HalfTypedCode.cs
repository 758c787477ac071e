using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>Asks a fixer for repairs at every expression of half-typed code, as if each had a finding: none may throw.</summary>
internal static class HalfTypedCode
{
    public static async Task PlansAsync<TFixer>(string source, string ruleId, Setting? setting = null)
        where TFixer : CodeFixProvider, new()
    {
        setting ??= Setting.Default;
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: setting.CompilationOptions, parseOptions: setting.ParseOptions, metadataReferences: setting.References));
        var document = project.AddDocument("Test0.cs", source);
        var root = (await document.GetSyntaxRootAsync())!;
        var descriptor = Descriptors.All.Single(item => item.Id == ruleId);
        var asked = 0;
        foreach (var expression in root.DescendantNodes().OfType<ExpressionSyntax>())
        {
            asked++;
            var finding = Diagnostic.Create(descriptor, expression.GetLocation());
            var actions = new List<CodeAction>();
            await new TFixer().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            foreach (var action in actions)
                Assert.NotEmpty(await action.GetOperationsAsync(CancellationToken.None));
        }

        Assert.True(asked > 0);
    }
}
