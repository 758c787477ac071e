using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.OpenFilter;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>A filter that is left out when it is not known who asks shows everything to nobody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpenFilterAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.OwnershipFilterFailsOpen);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var ignored = new IgnoredFilters(types);
        context.RegisterGatedOperationAction(
            OwnershipVocabulary.KeyWords(types, context.Options, "IgnoreQueryFilters"), operation => Analyze(operation, types, ignored), OperationKind.Binary, OperationKind.Conditional, OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, KnownTypes types, IgnoredFilters ignored)
    {
        if (context.Operation is IInvocationOperation { TargetMethod.Name: "IgnoreQueryFilters" } call)
        {
            if (ignored.Of(call, context.ContainingSymbol, Vocabulary()) is { } entity)
                Report(OpenFilterFacts.NameOf(call), OpenFilterFacts.OfIgnored(), $"'IgnoreQueryFilters' shows every '{entity.Name}' whoever asks; compare the owner in the query, or require a privileged role");
            return;
        }

        if (OpenFilters.Failing(context.Operation, context.ContainingSymbol, types, Vocabulary()) is not var (filter, test))
            return;
        Report(
            test.Test.Syntax.GetLocation(),
            OpenFilterFacts.Of(filter, test),
            $"The filter by '{filter.Key.Member.Name}' is left out when '{filter.Identity.Syntax}' is missing; require the value and filter always");

        OwnershipVocabulary Vocabulary() => OwnershipVocabulary.For(types, context.Options, context.Operation.Syntax.SyntaxTree);

        void Report(Location location, ImmutableDictionary<string, string?> facts, string message) =>
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.OwnershipFilterFailsOpen, location, facts, message));
    }
}
