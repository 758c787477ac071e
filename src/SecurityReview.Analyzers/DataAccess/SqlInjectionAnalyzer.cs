using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>Untrusted data that becomes part of SQL text lets its author write the statement.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SqlInjectionAnalyzer : SqlTextAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SqlInjection, Descriptors.BudgetUsedUp);

    private protected override void Analyze(OperationContext context, IOperation text, SqlTextJudge judge)
    {
        var answer = judge.AskAbout(context, text);
        if (answer.NotJudged(text.Syntax) is { } gap)
            context.ReportDiagnostic(gap);
        if (answer.Flow is { } flow)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SqlInjection, text.Syntax.GetLocation(), flow.Path, SqlTextProperties.Of(judge.OpenNamesIn(context, text)), flow.Source.Description));
    }
}
