using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>The base of the rules about SQL text: looks at every text that is given to the database and is not a constant of the compiler.</summary>
public abstract class SqlTextAnalyzer : ReviewAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var judge = SqlTextJudge.Of(types, context.Options, context.CancellationToken);
        context.RegisterGatedOperationAction(
            judge.Words,
            operation =>
            {
                foreach (var text in TextsOf(operation, judge.Sinks))
                    Analyze(operation, text, judge);
            },
            TextSinks.Operations);
    }

    /// <summary>The texts that the rule looks at.</summary>
    private protected virtual IEnumerable<IOperation> TextsOf(OperationContext context, TextSinks sinks) => sinks.TextsOf(context.Operation, context.CancellationToken);

    /// <summary>Judges one text.</summary>
    private protected abstract void Analyze(OperationContext context, IOperation text, SqlTextJudge judge);

    /// <summary>Reports what the judge has found of one rule.</summary>
    private protected static void Report(OperationContext context, IOperation text, SqlTextJudge judge, DiagnosticDescriptor rule)
    {
        foreach (var flaw in judge.Judge(context, text))
        {
            if (flaw.RuleId == rule.Id)
                context.ReportDiagnostic(Diagnostic.Create(rule, text.Syntax.GetLocation(), flaw.Path, SqlTextProperties.Of(judge.OpenNamesIn(context, text)), flaw.Subject));
        }
    }
}
