using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>
/// Judges a catch clause: whether a caller passes because the check of him threw. Looked at are decision methods and callbacks, authorization
/// handlers, and filters and middleware that are named after security.
/// </summary>
internal static class OpenOutcomes
{
    /// <summary>What lets pass; null where nothing does, or only under a condition that looks into the exception.</summary>
    public static OpenOutcome? Of(ICatchClauseOperation clause, ISymbol member, KnownTypes types, CancellationToken cancellation)
    {
        if (clause.Parent is not ITryOperation @try || FunctionBody.SymbolOf(clause, member) is not { } function)
            return null;
        OpenOutcome? outcome = null;
        if (Decides(function, clause))
        {
            var letting = new LettingValue(function.MethodKind != MethodKind.LambdaMethod && DecisionMethods.RefusesWhenTrue(function));
            outcome = OpenDecision.Of(clause, @try, letting) is { } decided ? decided with { Denial = letting.Denial } : null;
        }

        outcome ??= OpenPipeline.Of(clause, @try, function, types);
        return outcome is not null && ProductionReach.Of(types).Reaches(outcome.Place is ICatchClauseOperation ? clause.Handler : outcome.Place, cancellation) ? outcome : null;
    }

    private static bool Decides(IMethodSymbol function, ICatchClauseOperation clause) => function.MethodKind == MethodKind.LambdaMethod
        ? DecisionMethods.Answers(function.ReturnType) && SecurityCallbacks.Contains(FunctionBody.Of(clause))
        : DecisionMethods.Contains(function);
}
