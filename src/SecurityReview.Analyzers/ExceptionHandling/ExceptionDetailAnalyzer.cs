using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.ExceptionHandling.Mentions;
using SecurityReview.Analyzers.ExceptionHandling.Responses;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Calls;
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
        var gate = DetailGate.Of(types);
        context.RegisterOperationAction(
            operation => Analyze(operation, types, engine, sinks, gate),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.Return);
    }

    private static void Analyze(OperationAnalysisContext context, KnownTypes types, TaintEngine engine, ResponseSinks sinks, DetailGate gate)
    {
        // Most of what is sent has nothing to do with an exception: it is not even asked whether it is sent.
        var cancellation = context.CancellationToken;
        if (!gate.IsOpen(cancellation) || BodyDeclarations.Around(context.Operation.Syntax) is not { } body)
            return;
        var mayHave = gate.MayHave(body, cancellation);
        if (!mayHave && body is not BaseMethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 })
            return;
        foreach (var value in Sent().Select(static sent => sent.Unwrap()))
        {
            if (FlowInto(value) is not { } flow)
                continue;
            var places = new LeakPlaces(operation => FlowInto(operation) is not null, cancellation).Of(value);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.ExceptionDetailInResponse, value.Syntax.GetLocation(), flow.Path.Distinct(), LeakFacts.Of(places), flow.Source.Description));
        }

        IEnumerable<IOperation> Sent()
        {
            var sent = sinks.ValuesOf(context.Operation, context.ContainingSymbol);
            if (!mayHave)
                return sent.Where(_ => sinks.IsInHelper(context.Operation, context.ContainingSymbol) && gate.MayBeGiven(body, cancellation));
            return ResponseSinks.MayHandOn(context.Operation) ? sent.Concat(sinks.HandedOn(context.Operation, cancellation)) : sent;
        }

        TaintFlow? FlowInto(IOperation value)
        {
            var query = new TaintQuery(SourceKinds.ExceptionDetail | SourceKinds.InnerException, SinkKindNames.Response, WithContent: true, Assumption: ProductionAssumption.Of(types));
            var flow = engine.FlowInto(context.GetControlFlowGraph(), context.ContainingSymbol, value.Syntax, query, cancellation, sinks);
            return flow is null || flow.Path.Add(value.Syntax.GetLocation()).Any(step => DebugRegions.Contains(step, cancellation)) ? null : flow;
        }
    }
}
