using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.OneTime;
using SecurityReview.Analyzers.DeleteRace.Protection;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Two requests that delete the same loaded record: the second one's save throws, and nobody up to the endpoint handles it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConcurrentDeleteAnalyzer : ReviewAnalyzer
{
    private static readonly string[] s_exceptions =
    [
        "Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException", "System.Data.Entity.Infrastructure.DbUpdateConcurrencyException",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ConcurrentDeleteNotHandled);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var stores = TrackedStores.Of(types);
        if (!stores.Exist)
            return;
        var stubs = new Stubs(types);
        var cleanUp = new CleanUpCode(types);
        var handled = new HandledExceptions(types);
        var endpoints = new EndpointPaths(types);
        var oneTime = OneTimeJudge.Of(types);
        context.RegisterGatedOperationAction(
            BodyWords.OfCalls(TrackedStores.Remove), operation => Analyze(operation, stores, stubs, cleanUp, handled, endpoints, oneTime), OperationKind.Invocation);
    }

    private static void Analyze(
        OperationContext context, TrackedStores stores, Stubs stubs, CleanUpCode cleanUp, HandledExceptions handled, EndpointPaths endpoints, OneTimeJudge oneTime)
    {
        var (call, member, cancellation) = ((IInvocationOperation)context.Operation, context.ContainingSymbol, context.CancellationToken);
        if (stores.RemovedBy(call) is not { Type: { } entity } removed || stubs.Of(removed) is not null || cleanUp.Contains(call, member))
            return;
        var calls = FunctionBody.Operations(FunctionBody.Of(call)).OfType<IInvocationOperation>().ToList();
        // One save writes all removals before it: one finding.
        if (calls.Any(other => other.Syntax.SpanStart < call.Syntax.SpanStart && stores.RemovedBy(other) is not null))
            return;
        if (calls.FirstOrDefault(other => other.Syntax.SpanStart > call.Syntax.SpanStart && stores.IsSave(other)) is not { } save)
            return;
        if (!endpoints.LeadTo(call, member, cancellation) || handled.Cover(save, member, s_exceptions, cancellation) || Locks.Protect(call, member, cancellation)
            || oneTime.Judge(context) is not null)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ConcurrentDeleteNotHandled,
            DeletePlace.Of(call),
            [save.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(DeleteProperties.Target, entity.Name),
            entity.Name));
    }
}
