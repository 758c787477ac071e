using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>A delete that found nothing reports success: a lost race, a wrong id or a foreign record goes unnoticed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeleteOutcomeAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DeleteOutcomeIgnored);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var deletes = DeleteReader.Of(types);
        var cleanUp = new CleanUpCode(types);
        context.RegisterOperationAction(operation => Analyze(operation, deletes, cleanUp), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, DeleteReader deletes, CleanUpCode cleanUp)
    {
        var call = (IInvocationOperation)context.Operation;
        if (deletes.Read(call, context.CancellationToken) is not { } scope)
            return;
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(call.Syntax.SyntaxTree);
        if (options.Get(ReviewOptions.IdempotentDeletes) == IdempotentDeletes.Allow || (!scope.IsSingleRow && !options.Get(ReviewOptions.IncludeBulk)))
            return;
        if (!DeleteOutcome.IsIgnored(call, context.ContainingSymbol) || cleanUp.Contains(call, context.ContainingSymbol))
            return;
        if (Replacement.Follows(call, scope))
            return;
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(DeleteProperties.Target, scope.Target)
            .Add(DeleteProperties.IsSingleRow, scope.IsSingleRow ? "true" : "false");
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DeleteOutcomeIgnored, LocationOf(call), properties, call.TargetMethod.Name, scope.Target));
    }

    /// <summary>The name in <c>a.Name()</c>, <c>a?.Name()</c> or <c>Name()</c>.</summary>
    private static Location LocationOf(IInvocationOperation call) => (call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
        SimpleNameSyntax name => name.Identifier.GetLocation(),
        _ => call.Syntax.GetLocation(),
    };
}
