using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.TakenOwner;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Options;

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
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var functions = new ConditionalWeakTable<IOperation, FunctionVerdicts>();
        var options = context.Options;
        var keys = BodyWords.Of().OrLike(types, tree => options.Get(ReviewOptions.OwnershipKeys, tree), OwnershipKeys.MayStandForOne).Where(OwnerComparisonReader.MayBeCompared);
        context.RegisterGatedOperationAction(keys, operation => Analyze(operation, types, functions), OperationKind.Binary, OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, KnownTypes types, ConditionalWeakTable<IOperation, FunctionVerdicts> functions)
    {
        var tree = context.Operation.Syntax.SyntaxTree;
        if (!OwnerComparisonReader.MayBe(context.Operation, context.Options.Get(ReviewOptions.OwnershipKeys, tree)))
            return;
        var vocabulary = OwnershipVocabulary.For(types, context.Options, tree);
        var root = FunctionBody.Of(context.Operation);
        var function = functions.GetValue(root, _ => FunctionVerdicts.Of(
            root, () => FunctionBody.GraphOf(root, context.GetControlFlowGraph(), context.CancellationToken), vocabulary, context.CancellationToken));
        if (function.At(context.Operation) is not { } comparison || function.TakeOversOf(comparison) is not { IsEmpty: false } takeOvers)
            return;
        if (PrivilegedScope.Contains(context.Operation, context.ContainingSymbol, types, vocabulary))
            return;

        var (sibling, test) = function.Comparisons.Where(comparison.IsSibling)
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
