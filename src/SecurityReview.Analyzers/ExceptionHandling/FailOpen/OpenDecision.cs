using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>Whether a decision method answers that the caller may pass because the check threw.</summary>
internal static class OpenDecision
{
    public static OpenOutcome? Of(ICatchClauseOperation clause, ITryOperation @try, LettingValue letting)
    {
        var handler = new HandlerBlock(clause.Handler);
        var returned = handler.Operations.OfType<IReturnOperation>()
            .FirstOrDefault(statement => statement.ReturnedValue is { } value && letting.Lets(value) && handler.IsUnconditional(statement));
        if (returned is { ReturnedValue: { } lets })
            return new OpenOutcome(OpenOutcomeKind.Returns, lets);
        if (!handler.EndsNormally || AfterTry.ReturnedValue(@try) is not { } after)
            return null;
        if (ReturnedLocal(after) is { } local)
            return OfLocal(clause, @try, handler, local, letting);
        return letting.Lets(after) && CheckingCode.Is(@try.Body) ? new OpenOutcome(OpenOutcomeKind.FallsThrough, clause) : null;
    }

    private static ILocalSymbol? ReturnedLocal(IOperation value) => value.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true }, Arguments.Length: 1 } call => ReturnedLocal(call.Arguments[0].Value),
        _ => null,
    };

    private static OpenOutcome? OfLocal(ICatchClauseOperation clause, ITryOperation @try, HandlerBlock handler, ILocalSymbol local, LettingValue letting)
    {
        var written = WritesOf(local, clause.Handler).ToList();
        if (written.Count > 0)
        {
            var last = written[written.Count - 1];
            return letting.Lets(last.Value) && handler.IsUnconditional(last) ? new OpenOutcome(OpenOutcomeKind.Stands, last.Value, local) : null;
        }

        var function = FunctionBody.Of(clause);
        if (FunctionBody.Operations(function).Any(operation => operation is IArgumentOperation { Parameter.RefKind: not RefKind.None, Value: ILocalReferenceOperation given } && Same(given, local)))
            return null;
        var start = @try.Syntax.SpanStart;
        var before = WritesOf(local, function).Where(write => write.Syntax.SpanStart < start).Select(static write => write.Value).Prepend(InitialOf(local, function)).ToList();
        var tried = WritesOf(local, @try.Body).FirstOrDefault();
        if (tried is null || before.Any(value => value is null || !letting.Lets(value)) || IsClosedFirst(tried, @try, letting))
            return null;
        return new OpenOutcome(OpenOutcomeKind.Stands, clause, local);
    }

    /// <summary>Whether the tried code sets the answer to no before anything can throw.</summary>
    private static bool IsClosedFirst(ISimpleAssignmentOperation first, ITryOperation @try, LettingValue letting) =>
        first.Value.ConstantValue.HasValue && !letting.Lets(first.Value) &&
        !FunctionBody.Operations(@try.Body).Any(operation => operation is IInvocationOperation or IAwaitOperation && operation.Syntax.SpanStart < first.Syntax.SpanStart);

    private static IOperation? InitialOf(ILocalSymbol local, IOperation function) =>
        FunctionBody.Operations(function).OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.GetVariableInitializer()?.Value;

    private static IEnumerable<ISimpleAssignmentOperation> WritesOf(ILocalSymbol local, IOperation code) =>
        FunctionBody.Operations(code).OfType<ISimpleAssignmentOperation>().Where(write => write.Target is ILocalReferenceOperation target && Same(target, local));

    private static bool Same(ILocalReferenceOperation reference, ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
