using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>SQL text that is not the program's own may be anybody's: who calls the code tomorrow decides what the statement does.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NonConstantSqlAnalyzer : SqlTextAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NonConstantSql);

    private protected override void Analyze(OperationContext context, IOperation text, SqlTextJudge judge) =>
        Report(context, text, judge, Descriptors.NonConstantSql);
}
