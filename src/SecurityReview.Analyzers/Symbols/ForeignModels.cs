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
    public static SemanticModel Of(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);
}
