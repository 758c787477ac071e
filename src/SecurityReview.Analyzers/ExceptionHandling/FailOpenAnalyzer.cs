using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.FailOpen;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>Who can make a check throw passes it, where an exception counts as yes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FailOpenAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SecurityDecisionFailsOpen);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types) =>
        context.RegisterGatedOperationAction(OpenGate.IsOpenFor, operation => Analyze(operation, types), OperationKind.CatchClause);

    private static void Analyze(OperationContext context, KnownTypes types)
    {
        var clause = (ICatchClauseOperation)context.Operation;
        if (clause.Syntax is not CatchClauseSyntax syntax || OpenOutcomes.Of(clause, context.ContainingSymbol, types, context.CancellationToken) is not { } outcome)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.SecurityDecisionFailsOpen,
            syntax.CatchKeyword.GetLocation(),
            outcome.Place is ICatchClauseOperation ? [] : [outcome.Place.Syntax.GetLocation()],
            FailOpenFacts.Of(outcome),
            WordsFor(outcome)));
    }

    private static string WordsFor(OpenOutcome outcome) => outcome.Kind switch
    {
        OpenOutcomeKind.Returns => $"'{outcome.Place.Syntax}' is returned",
        OpenOutcomeKind.Succeeds => $"'{outcome.Place.Syntax}' is called",
        OpenOutcomeKind.Stands when outcome.Place is ICatchClauseOperation => $"'{outcome.Variable!.Name}' keeps the value that lets pass",
        OpenOutcomeKind.Stands => $"'{outcome.Variable!.Name}' is set to '{outcome.Place.Syntax}'",
        OpenOutcomeKind.FallsThrough => "the code after the try lets pass",
        OpenOutcomeKind.Unset => $"the result of '{outcome.Variable!.Name}' stays unset",
        _ => "the next step of the pipeline runs",
    };
}
