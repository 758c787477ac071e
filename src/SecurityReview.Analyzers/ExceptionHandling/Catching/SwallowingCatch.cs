using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.Catching;

/// <summary>
/// Whether a catch block lets the exception vanish: all it does is leave, put things away, and put empty values where results belong. Any other
/// call may tell somebody; any other value may be the failure as a result.
/// </summary>
/// <param name="function">The name of the function that returns what the block returns; empty for a lambda.</param>
/// <param name="answers">Whether that function returns a truth value.</param>
internal sealed class SwallowingCatch(string function, bool answers)
{
    /// <summary><c>TryLoad</c> and <c>IsReachable</c> say by what they return, also after the catch, that it did not work.</summary>
    private readonly bool _saysNo = NameWords.Of(function).FirstOrDefault() == "Try" || (answers && DecisionMethods.Asks(function));

    private readonly bool _mayLackResult =
        function.EndsWith("OrDefault", StringComparison.Ordinal) || function.EndsWith("OrNull", StringComparison.Ordinal) ||
        function.EndsWith("OrDefaultAsync", StringComparison.Ordinal) || function.EndsWith("OrNullAsync", StringComparison.Ordinal);

    public bool Is(ICatchClauseOperation clause) =>
        clause.Filter is null && clause.Parent is ITryOperation @try && !(_saysNo && !SaysYes(clause.Handler)) && !CostsNothing(@try.Body) && !UsesException(clause) &&
        Vanishes(clause.Handler) && !(clause.Handler.Operations.IsEmpty && ThrowsNext(@try));

    private static bool SaysYes(IOperation handler) => handler.Descendants().Any(static operation => operation is IReturnOperation { ReturnedValue: { } value } && IsConstant(value, true));

    private static bool UsesException(ICatchClauseOperation clause) =>
        clause.Locals.Length > 0 &&
        clause.Handler.Descendants().Any(operation => operation is ILocalReferenceOperation reference && clause.Locals.Contains(reference.Local, SymbolEqualityComparer.Default));

    /// <summary>What is tried is itself only clean-up, waiting or logging, perhaps before it leaves: nothing is lost when it fails.</summary>
    private static bool CostsNothing(IBlockOperation tried)
    {
        var calls = tried.Operations.Where(static statement => statement is not IReturnOperation { ReturnedValue: null } and not IBranchOperation).ToList();
        return calls.Count > 0 && calls.All(static statement => CleanUpCalls.Is(statement) || CleanUpCalls.IsWait(statement) || CleanUpCalls.IsLogging(statement));
    }

    /// <summary>The code after the try, or after the loop that tries again, knows that it failed, and says so.</summary>
    private static bool ThrowsNext(ITryOperation @try)
    {
        IOperation tried = @try;
        for (var current = @try.Parent; current is IBlockOperation or ILoopOperation; current = current.Parent)
        {
            if (current is ILoopOperation)
                tried = current;
        }

        return AfterTry.Statements(tried).FirstOrDefault() is IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };
    }

    private bool Vanishes(IOperation statement) => statement switch
    {
        IBlockOperation block => block.Operations.All(Vanishes),
        IEmptyOperation or IBranchOperation => true,
        IReturnOperation { ReturnedValue: null } => true,
        IReturnOperation { ReturnedValue: { } value } => IsNoResult(value),
        IConditionalOperation conditional => !CallsAnything(conditional.Condition) && Vanishes(conditional.WhenTrue) && (conditional.WhenFalse is null || Vanishes(conditional.WhenFalse)),
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation assignment } => IsEmptied(assignment),
        _ => CleanUpCalls.Is(statement),
    };

    /// <summary>A truth value that is set tells of the failure; an empty value does not.</summary>
    private static bool IsEmptied(ISimpleAssignmentOperation assignment) =>
        assignment.Target is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation &&
        assignment.Value.Unwrap().ConstantValue is not { HasValue: true, Value: bool } && EmptyValue.Is(assignment.Value);

    private bool IsNoResult(IOperation value)
    {
        if (IsConstant(value, false))
            return function.Length > 0;
        return !_mayLackResult && EmptyValue.Is(value);
    }

    private static bool IsConstant(IOperation value, bool expected) => value.Unwrap() switch
    {
        { ConstantValue: { HasValue: true, Value: bool constant } } => constant == expected,
        IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true }, Arguments.Length: 1 } call => IsConstant(call.Arguments[0].Value, expected),
        _ => false,
    };

    private static bool CallsAnything(IOperation condition) => condition.DescendantsAndSelf().Any(static part => part is IInvocationOperation);
}
