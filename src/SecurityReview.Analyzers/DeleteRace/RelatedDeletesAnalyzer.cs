using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.Protection;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Deletes that belong together and are not one transaction leave half of the records behind when the second one fails.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RelatedDeletesAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.RelatedDeletesNotAtomic);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var deletes = DeleteReader.Of(types);
        var transactions = Transactions.Of(types);
        var cleanUp = new CleanUpCode(types);
        var functions = new ConditionalWeakTable<IOperation, RelatedDeletes>();
        context.RegisterGatedOperationAction(
            BodyWords.OfCalls(deletes.Names), operation => Analyze(operation, deletes, transactions, cleanUp, functions), OperationKind.Invocation);
    }

    private static void Analyze(
        OperationContext context, DeleteReader deletes, Transactions transactions, CleanUpCode cleanUp, ConditionalWeakTable<IOperation, RelatedDeletes> functions)
    {
        var call = (IInvocationOperation)context.Operation;
        if (deletes.Read(call, context.CancellationToken) is null)
            return;
        var body = FunctionBody.Of(call);
        var related = functions.GetValue(body, _ => RelatedDeletes.In(body, deletes, () => Graph(body, context), context.CancellationToken));
        if (related.Last?.Syntax != call.Syntax || cleanUp.Contains(call, context.ContainingSymbol) || transactions.Contain(call, context.ContainingSymbol, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.RelatedDeletesNotAtomic,
            DeletePlace.Of(call),
            [related.First!.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty,
            related.FirstTarget,
            related.LastTarget));
    }

    private static ControlFlowGraph? Graph(IOperation body, OperationContext context) =>
        FunctionBody.GraphOf(body, context.GetControlFlowGraph(), context.CancellationToken);
}
