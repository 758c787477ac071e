using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Symbols;

/// <summary>The only place that asks for the semantic model of a tree other than the one under analysis.</summary>
internal static class ForeignModels
{
    [SuppressMessage(
        "MicrosoftCodeAnalysisCorrectness",
        "RS1030:Do not invoke Compilation.GetSemanticModel() method within a diagnostic analyzer",
        Justification = "Questions across files need it; under the analyzer driver the model is cached and released per tree, and callers keep none.")]
    public static SemanticModel Of(Compilation compilation, SyntaxTree tree) => OwnerOf(tree, compilation).GetSemanticModel(tree);

    /// <summary>The compilation that a tree is part of: this one, or in an editor that of a referenced project.</summary>
    private static Compilation OwnerOf(SyntaxTree tree, Compilation compilation) =>
        compilation.ContainsSyntaxTree(tree)
            ? compilation
            : compilation.References.OfType<CompilationReference>().Select(static reference => reference.Compilation).FirstOrDefault(other => other.ContainsSyntaxTree(tree)) ?? compilation;
}
