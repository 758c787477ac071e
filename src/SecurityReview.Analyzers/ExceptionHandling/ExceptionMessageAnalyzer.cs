using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.ExceptionHandling.Mentions;
using SecurityReview.Analyzers.ExceptionHandling.Responses;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>The message of a database, a file system or a parser was not written for clients: it names what the program is made of.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionMessageAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ExceptionMessageInResponse);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var engine = TaintEngine.Of(types, context.Options, context.CancellationToken);
        var sinks = new ResponseSinks(engine, types);
        var gate = DetailGate.Of(types, ExceptionUse.Message);
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
            // Where more than the message is sent, the rule on details speaks.
            if (FlowInto(value, SourceKinds.ExceptionMessage) is not { } flow || FlowInto(value, SourceKinds.ExceptionDetail | SourceKinds.InnerException) is not null)
                continue;
            var tree = value.Syntax.SyntaxTree;
            var unfit = new FrameworkExceptions(types, context.Options.Get(ReviewOptions.ClientSafeExceptions, tree), context.Options.Get(ReviewOptions.IncludeArgument, tree));
            if (new MessageReads(types.Compilation, context.CancellationToken).Of(value.Syntax, flow).FirstOrDefault(unfit.Contains) is not { } type)
                continue;
            var places = new LeakPlaces(operation => FlowInto(operation, SourceKinds.ExceptionMessage) is not null, context.CancellationToken).Of(value);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ExceptionMessageInResponse, value.Syntax.GetLocation(), flow.Path.Distinct(), LeakFacts.Of(places), type.Name));
        }

        TaintFlow? FlowInto(IOperation value, SourceKinds kinds)
        {
            var query = new TaintQuery(kinds, SinkKindNames.Response, WithContent: true, Assumption: ProductionAssumption.Of(types));
            var flow = engine.FlowInto(context.GetControlFlowGraph(), context.ContainingSymbol, value.Syntax, query, context.CancellationToken, sinks);
            return flow is null || flow.Path.Add(value.Syntax.GetLocation()).Any(step => DebugRegions.Contains(step, context.CancellationToken)) ? null : flow;
        }
    }
}
