using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.ExceptionHandling.Mentions;
using SecurityReview.Analyzers.ExceptionHandling.Responses;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>A stack trace in a response tells an attacker how the program is built: paths, libraries, queries, servers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionDetailAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ExceptionDetailInResponse, Descriptors.BudgetUsedUp);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var engine = TaintEngine.Of(types, context.Options, context.CancellationToken);
        var sinks = new ResponseSinks(engine, types);
        var gate = DetailGate.Of(types, ExceptionUse.Detail);
        var sent = sinks.Words;
        context.RegisterGatedOperationAction(
            (declaration, _, cancellation) => gate.MayConcern(declaration, sent, cancellation),
            operation => Analyze(operation, types, engine, sinks, gate),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.Return);
    }

    private static void Analyze(OperationContext context, KnownTypes types, TaintEngine engine, ResponseSinks sinks, DetailGate gate)
    {
        foreach (var value in SentValues.Of(context, sinks, gate))
        {
            var answer = Ask(value);
            if (answer.NotJudged(value.Syntax) is { } gap)
                context.ReportDiagnostic(gap);
            if (answer.Flow is not { } flow || IsForDebugging(flow, value))
                continue;
            var places = new LeakPlaces(operation => Ask(operation).Flow is { } way && !IsForDebugging(way, operation), context.CancellationToken).Of(value);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.ExceptionDetailInResponse, value.Syntax.GetLocation(), flow.Path.Distinct(), LeakFacts.Of(places), flow.Source.Description));
        }

        TaintAnswer Ask(IOperation value)
        {
            var query = new TaintQuery(SourceKinds.ExceptionDetail | SourceKinds.InnerException, SinkKindNames.Response, WithContent: true, Assumption: ProductionAssumption.Of(types));
            return engine.Ask(context.GetControlFlowGraph(), context.ContainingSymbol, value.Syntax, query, context.CancellationToken, sinks);
        }

        bool IsForDebugging(TaintFlow flow, IOperation value) =>
            flow.Path.Add(value.Syntax.GetLocation()).Any(step => DebugRegions.Contains(step, context.CancellationToken));
    }
}
