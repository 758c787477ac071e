using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>Untrusted data that becomes part of SQL text lets its author write the statement.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SqlInjectionAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SqlInjection);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var engine = TaintEngine.Of(types, context.Options, context.CancellationToken);
        var sinks = new SqlSinks(engine, types);
        context.RegisterOperationAction(
            operation => Analyze(operation, engine, sinks),
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment);
    }

    private static void Analyze(OperationAnalysisContext context, TaintEngine engine, SqlSinks sinks)
    {
        foreach (var text in sinks.TextsOf(context.Operation, context.CancellationToken))
        {
            var value = text.Unwrap();
            var query = new TaintQuery(KindsOf(context), SinkKindNames.Sql, IsPart: context.Operation is ICompoundAssignmentOperation);
            var flow = engine.FlowInto(context.GetControlFlowGraph(), context.ContainingSymbol, value.Syntax, query, context.CancellationToken, sinks);
            if (flow is not null)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.SqlInjection, text.Syntax.GetLocation(), flow.Path, flow.Source.Description));
        }
    }

    /// <summary>The kinds of sources that the options of the file call untrusted.</summary>
    private static SourceKinds KindsOf(OperationAnalysisContext context) =>
        context.Options.Get(ReviewOptions.ThreatModels, context.Operation.Syntax.SyntaxTree).Aggregate(SourceKinds.None, static (kinds, model) => kinds | model switch
        {
            ThreatModel.Remote => SourceKinds.Remote,
            ThreatModel.Response => SourceKinds.Response,
            ThreatModel.Local => SourceKinds.Local,
            ThreatModel.Database => SourceKinds.Database,
            _ => SourceKinds.None,
        });
}
