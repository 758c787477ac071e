using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DeleteRace.Protection;
using SecurityReview.Analyzers.DeleteRace.Versions;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>A store keeps versions so that nobody overwrites what he has not seen; a write that names none overwrites and deletes whatever is there by now.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptimisticConcurrencyAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.OptimisticConcurrencyBypassed);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var bypasses = new VersionBypasses(types);
        var cleanUp = new CleanUpCode(types);
        context.RegisterGatedOperationAction(bypasses.Words, operation => Analyze(operation, bypasses, cleanUp), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, VersionBypasses bypasses, CleanUpCode cleanUp)
    {
        var call = (IInvocationOperation)context.Operation;
        if (bypasses.Of(call, context.CancellationToken) is not { } bypass || cleanUp.Contains(call, context.ContainingSymbol) || Locks.Protect(call, context.ContainingSymbol, context.CancellationToken))
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(DeleteProperties.Version, bypass.Version).Add(DeleteProperties.VersionPlace, bypass.Place);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.OptimisticConcurrencyBypassed, DeletePlace.Of(call), bypass.Read is { } read ? [read.Syntax.GetLocation()] : [], properties, call.TargetMethod.Name, bypass.What, bypass.Remedy));
    }
}
