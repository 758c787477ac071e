using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Analyzers.Bodies;

/// <summary>
/// Registers actions for operations that run only in bodies which may hold something for the rule. The driver asks every analyzer about every operation, and a
/// build pays for that even where nothing is done; here it asks once per body, and the operations of a body that no rule looks into are never made.
/// </summary>
internal static class GatedRegistration
{
    /// <summary>Calls the action for the operations of some kinds in the declarations (attributes and default values included) that have one of the words.</summary>
    public static void RegisterGatedOperationAction(this CompilationStartAnalysisContext context, BodyWords words, Action<OperationContext> action, params OperationKind[] kinds) =>
        context.RegisterGatedOperationAction((declaration, _, cancellation) => words.StandIn(declaration, cancellation), action, kinds);

    /// <summary>The same for the declarations that a gate lets pass.</summary>
    public static void RegisterGatedOperationAction(
        this CompilationStartAnalysisContext context, BodyGate gate, Action<OperationContext> action, params OperationKind[] kinds)
    {
        if (!kinds.All(BodyOperations.AreKept))
            throw new ArgumentException($"Not all of {string.Join(", ", kinds)} are kept.", nameof(kinds));
        var types = KnownTypes.Of(context.Compilation);
        var graphs = BodyGraphs.Of(types);
        var pages = PageCode.Of(types);
        var bodies = BodyOperations.In(types);
        context.RegisterCodeBlockAction(block =>
        {
            if (block.IsGeneratedCode && !pages.StandsIn(block.CodeBlock.SyntaxTree, block.Options, block.CancellationToken))
                return;
            if (gate(block.CodeBlock, block.OwningSymbol, block.CancellationToken))
                Run(block, bodies, graphs, action, kinds);
        });
    }

    private static void Run(CodeBlockAnalysisContext block, BodyOperations.Cache bodies, BodyGraphs graphs, Action<OperationContext> action, OperationKind[] kinds)
    {
        var cancellation = block.CancellationToken;
        var operations = bodies.Of(block.CodeBlock, block.OwningSymbol, block.SemanticModel, cancellation);
        Action<Diagnostic> report = block.IsGeneratedCode ? ReportOfPage : block.ReportDiagnostic;
        foreach (var kind in kinds)
        {
            foreach (var operation in operations.OfKind(kind))
            {
                cancellation.ThrowIfCancellationRequested();
                action(new OperationContext(operation, block.OwningSymbol, block.SemanticModel.Compilation, block.Options, report, graphs, cancellation));
            }
        }

        void ReportOfPage(Diagnostic finding)
        {
            if (PageCode.Contains(finding.Location))
                block.ReportDiagnostic(finding);
        }
    }
}
