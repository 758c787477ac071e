using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>A table, column or keyword cannot be passed as a parameter, so whoever chooses it writes a part of the statement.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DynamicIdentifierAnalyzer : SqlTextAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DynamicIdentifier);

    private protected override void Analyze(OperationContext context, IOperation text, SqlTextJudge judge) =>
        Report(context, text, judge, Descriptors.DynamicIdentifier);
}
