using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.CheckThenAct;
using SecurityReview.Analyzers.DeleteRace.OneTime;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>A delete that found nothing reports success: a lost race, a wrong id or a foreign record goes unnoticed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeleteOutcomeAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DeleteOutcomeIgnored);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var deletes = DeleteReader.Of(types);
        var cleanUp = new CleanUpCode(types);
        var judge = CheckThenActJudge.Of(types);
        var oneTime = OneTimeJudge.Of(types);
        context.RegisterGatedOperationAction(
            BodyWords.OfCalls(deletes.Names), operation => Analyze(operation, deletes, cleanUp, judge, oneTime), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, DeleteReader deletes, CleanUpCode cleanUp, CheckThenActJudge judge, OneTimeJudge oneTime)
    {
        var call = (IInvocationOperation)context.Operation;
        if (deletes.Read(call, context.CancellationToken) is not { } scope)
            return;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(call.Syntax.SyntaxTree);
        if (options.Get(ReviewOptions.IdempotentDeletes) == IdempotentDeletes.Allow || (!scope.IsSingleRow && !options.Get(ReviewOptions.IncludeBulk)))
            return;
        if (!IgnoredResult.Is(call, context.ContainingSymbol) || cleanUp.Contains(call, context.ContainingSymbol))
            return;
        if (Replacement.Follows(call, scope))
            return;
        // A delete after a check of the same key, and one that uses up a credential, are those rules' findings.
        if (judge.Judge(context) is not null || oneTime.Judge(context) is not null)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(DeleteProperties.Target, scope.Target)
            .Add(DeleteProperties.IsSingleRow, scope.IsSingleRow ? "true" : "false");
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DeleteOutcomeIgnored, DeletePlace.Of(call), properties, call.TargetMethod.Name, scope.Target));
    }
}
