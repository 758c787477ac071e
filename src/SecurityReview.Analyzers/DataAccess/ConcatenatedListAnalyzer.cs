using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>Texts that are strung together into the list of an IN are SQL: one with a quote in it ends the list and writes the rest.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConcatenatedListAnalyzer : SqlTextAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ConcatenatedList);

    private protected override void Analyze(OperationContext context, IOperation text, SqlTextJudge judge)
    {
        if (InListText.MayHold(text.Syntax))
            Report(context, text, judge, Descriptors.ConcatenatedList);
    }
}
