using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.ContextValidation.TakenOwner;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>
/// Code that notices that an object is not the caller's, and then goes on with the object's owner in the caller's place, lets everybody
/// act as everybody.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MismatchedOwnerAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MismatchedOwnerAccepted);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types) =>
        context.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Binary, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, KnownTypes types)
    {
        if (!OwnerComparisonReader.MayBe(context.Operation))
            return;
        var cancellation = context.CancellationToken;
        var vocabulary = OwnershipVocabulary.For(types, context.Options, context.Operation.Syntax.SyntaxTree);
        if (OwnerComparisonReader.Read(context.Operation, vocabulary) is not { } comparison || PrivilegedScope.Contains(context.ContainingSymbol, vocabulary))
            return;

        var root = FunctionBody.Of(context.Operation);
        if (PrivilegedScope.Contains(root, vocabulary))
            return;
        var function = new FunctionView(root, () => FunctionBody.GraphOf(root, context.GetControlFlowGraph(), cancellation));
        var all = function.Operations.Where(OwnerComparisonReader.MayBe)
            .Select(operation => ReferenceEquals(operation, context.Operation) ? comparison : OwnerComparisonReader.Read(operation, vocabulary))
            .OfType<OwnerComparison>().ToList();
        var takeOvers = AcceptedMismatch.TakeOvers(comparison, all, function, vocabulary, cancellation);
        if (takeOvers.IsEmpty)
            return;

        var (sibling, test) = all.Where(comparison.IsSibling)
            .Select(other => (Comparison: other, Test: PrivilegeExpression.Beside(other, vocabulary)))
            .FirstOrDefault(pair => pair.Test is not null);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.MismatchedOwnerAccepted,
            comparison.Operation.Syntax.GetLocation(),
            sibling is null ? [] : [sibling.Operation.Syntax.GetLocation()],
            MismatchFacts.Of(comparison, takeOvers, PrivilegeExpression.TextFor(comparison, test, vocabulary)),
            comparison.CallerSide.Syntax.ToString(),
            comparison.KeySide.Syntax.ToString(),
            sibling is null ? "" : $", although '{test!.Syntax}' guards '{sibling.KeySide.Syntax}' here"));
    }
}
