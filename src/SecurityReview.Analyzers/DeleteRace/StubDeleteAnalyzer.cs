using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.Protection;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>An object that was never loaded is removed by its key alone: where the row is gone, saving throws and nobody handles it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StubDeleteAnalyzer : ReviewAnalyzer
{
    private static readonly string[] s_exceptions =
    [
        "Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException", "System.Data.Entity.Infrastructure.DbUpdateConcurrencyException",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.StubDelete);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var stores = TrackedStores.Of(types);
        if (!stores.Exist)
            return;
        var stubs = new Stubs(types);
        var cleanUp = new CleanUpCode(types);
        var handled = new HandledExceptions(types);
        context.RegisterGatedOperationAction(
            BodyWords.Of(TrackedStores.Remove, TrackedStores.DeletedState),
            operation => Analyze(operation, stores, stubs, cleanUp, handled), OperationKind.Invocation, OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationContext context, TrackedStores stores, Stubs stubs, CleanUpCode cleanUp, HandledExceptions handled)
    {
        var removed = context.Operation switch
        {
            IInvocationOperation call => stores.RemovedBy(call),
            ISimpleAssignmentOperation assignment => stores.MarkedDeletedBy(assignment),
            _ => null,
        };
        if (removed is null || stubs.Of(removed) is not { } stub || cleanUp.Contains(context.Operation, context.ContainingSymbol))
            return;
        var saves = SavesAfter(context.Operation, stores);
        var places = saves.Count > 0 ? saves : [context.Operation];
        if (places.Any(place => handled.Cover(place, context.ContainingSymbol, s_exceptions, context.CancellationToken)))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.StubDelete,
            DeletePlace.Of(context.Operation),
            [stub.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(DeleteProperties.Target, stub.Type!.Name).Add(DeleteProperties.IsSingleRow, stubs.IsKeyOnly(stub) ? "true" : "false"),
            stub.Type.Name));
    }

    /// <summary>The places of the function behind the delete where changes are written; without any they are written elsewhere.</summary>
    private static List<IOperation> SavesAfter(IOperation delete, TrackedStores stores) =>
        FunctionBody.Operations(FunctionBody.Of(delete))
            .Where(operation => operation.Syntax.SpanStart > delete.Syntax.SpanStart && operation is IInvocationOperation call && stores.IsSave(call))
            .ToList();
}
