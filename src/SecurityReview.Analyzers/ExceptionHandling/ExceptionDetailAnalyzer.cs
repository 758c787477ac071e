using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.ExceptionHandling.Responses;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>A stack trace in a response tells an attacker how the program is built: paths, libraries, queries, servers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionDetailAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ExceptionDetailInResponse);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var engine = TaintEngine.Of(types, context.Options, context.CancellationToken);
        var sinks = new ResponseSinks(engine, types);
        var bodies = new ExceptionMentions();
        context.RegisterOperationAction(
            operation => Analyze(operation, types, engine, sinks, bodies),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.Return);
    }

    private static void Analyze(OperationAnalysisContext context, KnownTypes types, TaintEngine engine, ResponseSinks sinks, ExceptionMentions bodies)
    {
        foreach (var value in Sent().Select(static sent => sent.Unwrap()))
        {
            if (FlowInto(value) is not { } flow)
                continue;
            var places = new LeakPlaces(operation => FlowInto(operation) is not null, context.CancellationToken).Of(value);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.ExceptionDetailInResponse, value.Syntax.GetLocation(), flow.Path.Distinct(), LeakFacts.Of(places), flow.Source.Description));
        }

        // Most of what is sent has nothing to do with an exception: no flow is solved for it, and no method that hands on is looked for.
        IEnumerable<IOperation> Sent()
        {
            var mayHaveException = new Lazy<bool>(() => bodies.MayHaveException(context.Operation, context.CancellationToken));
            var sent = sinks.ValuesOf(context.Operation, context.ContainingSymbol).Where(_ => mayHaveException.Value || sinks.IsInHelper(context.Operation, context.ContainingSymbol));
            return sent.Concat(ResponseSinks.MayHandOn(context.Operation) && mayHaveException.Value ? sinks.HandedOn(context.Operation, context.CancellationToken) : []);
        }

        TaintFlow? FlowInto(IOperation value)
        {
            var query = new TaintQuery(SourceKinds.ExceptionDetail | SourceKinds.InnerException, SinkKindNames.Response, WithContent: true, Assumption: ProductionAssumption.Of(types));
            var flow = engine.FlowInto(context.GetControlFlowGraph(), context.ContainingSymbol, value.Syntax, query, context.CancellationToken, sinks);
            return flow is null || flow.Path.Add(value.Syntax.GetLocation()).Any(step => DebugRegions.Contains(step, context.CancellationToken)) ? null : flow;
        }
    }
}
