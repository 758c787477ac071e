using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>Untrusted data that becomes part of a query lets its author write the query, in whatever language it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntrustedQueryAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UntrustedQuery, Descriptors.BudgetUsedUp);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var engine = TaintEngine.Of(types, context.Options, context.CancellationToken);
        var sinks = new TextSinks(engine, types, SinkKindNames.Query);
        context.RegisterGatedOperationAction(
            BodyWords.FoundBy(types, cancellation => engine.WordsFor(sinks, cancellation)).OrConstructions(types).Where(TextSinks.MayTakeText),
            operation =>
            {
                foreach (var text in sinks.TextsOf(operation.Operation, operation.CancellationToken))
                    Analyze(operation, text, engine, sinks);
            },
            TextSinks.Operations);
    }

    private static void Analyze(OperationContext context, IOperation text, TaintEngine engine, TextSinks sinks)
    {
        var value = text.Unwrap();
        var answer = Ask(value.Syntax);
        if (answer.NotJudged(text.Syntax) is { } gap)
            context.ReportDiagnostic(gap);
        if (answer.Flow is { } flow && !DoubledQuotes.KeepIn(context, value, hole => Ask(hole).Flow))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UntrustedQuery, text.Syntax.GetLocation(), flow.Path, flow.Source.Description));

        TaintAnswer Ask(SyntaxNode expression)
        {
            var kinds = UntrustedKinds.Of(context.Options, context.Operation.Syntax.SyntaxTree);
            var query = new TaintQuery(kinds, sinks.Kind, IsPart: context.Operation is ICompoundAssignmentOperation);
            return engine.Ask(context.GetControlFlowGraph(), context.ContainingSymbol, expression, query, context.CancellationToken, sinks);
        }
    }
}
