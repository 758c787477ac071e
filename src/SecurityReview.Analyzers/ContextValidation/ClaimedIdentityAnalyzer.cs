using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.Options;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>A caller who says himself who he is, in code that knows it, acts as anybody he likes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimedIdentityAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.IdentityFromRequest);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        if (!Callers.MayBeRemote(types))
            return;
        var judge = new ClaimedIdentities(types, context.Options, context.CancellationToken);
        var options = context.Options;
        var words = BodyWords.Of().OrLike(types, tree => options.Get(ReviewOptions.OwnershipKeys, tree), IdentityName.IsIdentity);
        context.RegisterGatedOperationAction(words, operation => Analyze(operation, judge), OperationKind.SimpleAssignment, OperationKind.Binary, OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, ClaimedIdentities judge)
    {
        foreach (var use in ActingUses.Of(context.Operation, context.Options.Get(ReviewOptions.OwnershipKeys, context.Operation.Syntax.SyntaxTree)))
        {
            if (judge.Judge(use, context.Operation, context.ContainingSymbol, context.Options, context.CancellationToken) is not { } flow)
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.IdentityFromRequest,
                use.Value.Syntax.GetLocation(),
                flow.Path,
                ImmutableDictionary<string, string?>.Empty.Add(OwnershipFacts.Key, use.Key),
                EndpointWay.InSentence(flow.Source.Description),
                use.Key));
        }
    }
}
