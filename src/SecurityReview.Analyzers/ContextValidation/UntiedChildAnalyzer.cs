using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Ownership;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>A child that is found by its own id alone may be one of another parent than the one that the caller was let in to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UntiedChildAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ChildNotTied);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        if (!Callers.MayBeRemote(types))
            return;
        var judge = ForeignObjects.Of(types, context.Options, context.CancellationToken);
        context.RegisterGatedOperationAction(judge.Words, operation => Analyze(operation, judge), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, ForeignObjects judge)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!judge.MayBe(call) || judge.Judge(call, context.ContainingSymbol, context.Options, context.CancellationToken) is not { Parent: { } parent } finding)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ChildNotTied,
            finding.Place,
            finding.Way.Flow.Path,
            OwnershipFacts.Of(finding),
            finding.Entity.Name,
            finding.Way.Source,
            parent.Key,
            parent.Value));
    }
}
