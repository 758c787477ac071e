using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.MissingObject;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>A look-up that found nothing ends in an exception where the result is deleted without a test: a server error instead of "not found".</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingObjectAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MissingObjectDeleted);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var deleted = new DeletedObjects(types);
        context.RegisterGatedOperationAction(BodyWords.Of(DeletedObjects.Names), operation => Analyze(operation, deleted), OperationKind.Invocation, OperationKind.SimpleAssignment);
    }

    private static void Analyze(OperationContext context, DeletedObjects deleted)
    {
        if (deleted.Of(context.Operation, context.CancellationToken) is not { } value || LookupOf(value, context) is not { } lookup)
            return;
        var target = value.Unwrap().Type?.Name ?? "";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.MissingObjectDeleted,
            DeletePlace.Of(context.Operation),
            [lookup.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add(DeleteProperties.Target, target),
            lookup.TargetMethod.Name,
            target));
    }

    /// <summary>The look-up whose result reaches the delete without a test.</summary>
    private static IInvocationOperation? LookupOf(IOperation value, OperationContext context)
    {
        if (value.Unwrap() is not ILocalReferenceOperation reference)
            return Lookups.Of(value);
        if (!MayHoldLookup(reference))
            return null;
        var graph = FunctionBody.GraphOf(FunctionBody.Of(reference), context.GetControlFlowGraph(), context.CancellationToken);
        return graph is null ? null : new MissingFlow(graph, reference.Local, reference).At(reference.Syntax);
    }

    /// <summary>Whether the local is given a look-up anywhere: only then the flow is worth its price.</summary>
    private static bool MayHoldLookup(ILocalReferenceOperation reference) =>
        FunctionBody.Operations(FunctionBody.Of(reference)).Any(operation => operation switch
        {
            IVariableDeclaratorOperation declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local) && declarator.GetVariableInitializer() is { Value: var initial } && Lookups.Of(initial) is not null,
            ISimpleAssignmentOperation assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, reference.Local) && Lookups.Of(assignment.Value) is not null,
            _ => false,
        });
}
