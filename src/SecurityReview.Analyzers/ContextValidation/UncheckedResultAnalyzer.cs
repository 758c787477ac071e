using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.ContextValidation.UncheckedResult;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>A check whose answer nobody tests lets everybody in, and looks as if it did not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedResultAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UncheckedResult);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var bodies = new CheckBodies(types);
        var told = new ToldElsewhere(bodies);
        context.RegisterGatedOperationAction(SecurityChecks.WordsIn(types), operation => Analyze(operation, types, bodies, told), OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, KnownTypes types, CheckBodies bodies, ToldElsewhere told)
    {
        var call = (IInvocationOperation)context.Operation;
        var known = SecurityChecks.KindOf(call);
        if ((known is null && !SecurityChecks.MayAskInCode(call)) || !UntestedResult.Is(call, context.ContainingSymbol))
            return;
        if (known is null && !CheckMethods.Of(types).AskInCode(call.TargetMethod, OwnershipVocabulary.For(types, context.Options, call.Syntax.SyntaxTree), context.CancellationToken))
            return;
        var kind = known ?? CheckKind.Decision;
        if (bodies.Throws(call, context.CancellationToken) || bodies.Acts(call, context.CancellationToken) || told.Is(call, kind, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UncheckedResult, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }
}
