using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Ownership;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>An endpoint that gives or changes whatever object the client names serves the objects of everybody to everybody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignObjectAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ForeignObjectLoaded);

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
        if (!judge.MayBe(call) || judge.Judge(call, context.ContainingSymbol, context.Options, context.CancellationToken) is not { Key: { } key, Parent: null } finding)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ForeignObjectLoaded,
            finding.Place,
            finding.Way.Flow.Path,
            OwnershipFacts.Of(finding),
            finding.Entity.Name,
            finding.Way.Source,
            key,
            finding.Twin is { } twin ? $", as '{twin}' does" : ""));
    }
}
