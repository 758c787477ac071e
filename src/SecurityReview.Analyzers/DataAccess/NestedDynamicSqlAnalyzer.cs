using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;
using SecurityReview.Analyzers.Sql.Dynamic;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>A parameter that SQL itself joins with a statement and runs is no parameter any more: its author writes the statement.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestedDynamicSqlAnalyzer : SqlTextAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.NestedDynamicSql);

    private protected override IEnumerable<IOperation> TextsOf(OperationContext context, TextSinks sinks) => sinks.AllTextsOf(context.Operation, context.CancellationToken);

    private protected override void Analyze(OperationContext context, IOperation text, SqlTextJudge judge)
    {
        // Nothing flows into a constant, so nobody need ask for sources.
        var value = text.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: string constant } && !DynamicSqlReader.MayHold(constant))
            return;
        if (NestedSql.FlawOf(context, value) is not { } flaw)
            return;
        if (value.ConstantValue.HasValue || judge.Judge(context, text).Any(static other => other.RuleId == RuleIds.NestedDynamicSql))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NestedDynamicSql, text.Syntax.GetLocation(), flaw.Subject));
    }
}
