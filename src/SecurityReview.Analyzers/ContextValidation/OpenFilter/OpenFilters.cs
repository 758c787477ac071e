using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>Finds owner filters that a test drops when the identity is missing, from the construct that holds the test.</summary>
internal static class OpenFilters
{
    /// <summary>The filter and the test that drops it where nothing demands the identity before, and not only privileged callers come; null where there is none.</summary>
    public static (OwnerFilter Filter, PresenceTest Test)? Failing(IOperation operation, ISymbol member, KnownTypes types, OwnershipVocabulary vocabulary)
    {
        if (In(operation, vocabulary) is not var (filter, test) || Refusals.DemandBefore(test.Test, filter.Identity))
            return null;
        return PrivilegedScope.Contains(filter.Lambda.Parent!, member, types, vocabulary) ? null : (filter, test);
    }

    /// <summary>The filter and the test that drops it; null where an operation holds no such test.</summary>
    public static (OwnerFilter Filter, PresenceTest Test)? In(IOperation operation, OwnershipVocabulary vocabulary) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or => InPredicate(or.LeftOperand, or.RightOperand, vocabulary) ?? InPredicate(or.RightOperand, or.LeftOperand, vocabulary),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => ItselfAsDefault(equality, vocabulary),
        IConditionalOperation conditional => InConditional(conditional, vocabulary),
        IInvocationOperation call when IsSwitched(call) => InCall(call, vocabulary),
        _ => null,
    };

    /// <summary><c>k == null || x.K == k</c>.</summary>
    private static (OwnerFilter, PresenceTest)? InPredicate(IOperation tests, IOperation filters, OwnershipVocabulary vocabulary)
    {
        foreach (var disjunct in Disjuncts(tests))
        {
            if (PresenceTest.Of(disjunct) is { PresentWhenTrue: false } test && FilterIn(filters, test, vocabulary) is { } filter)
                return (filter, test);
        }

        return null;
    }

    /// <summary><c>x.K == (k ?? x.K)</c>: without an identity the key is compared with itself.</summary>
    private static (OwnerFilter, PresenceTest)? ItselfAsDefault(IBinaryOperation equality, OwnershipVocabulary vocabulary) =>
        (Coalesce(equality.LeftOperand) ?? Coalesce(equality.RightOperand)) is { } coalesce && OwnerFilter.Of(equality, vocabulary) is { } filter &&
            ReferencePath.Of(coalesce.WhenNull) is { } key && key.Equals(ReferencePath.Of(filter.Key))
            ? (filter, new PresenceTest(coalesce, coalesce.Value, true))
            : null;

    private static ICoalesceOperation? Coalesce(IOperation operand) => operand.Unwrap() as ICoalesceOperation;

    private static (OwnerFilter, PresenceTest)? InConditional(IConditionalOperation conditional, OwnershipVocabulary vocabulary)
    {
        if (PresenceTest.Of(conditional.Condition) is not { } test)
            return null;
        var filtering = test.PresentWhenTrue ? conditional.WhenTrue : conditional.WhenFalse;
        var otherwise = test.PresentWhenTrue ? conditional.WhenFalse : conditional.WhenTrue;
        if (otherwise?.Unwrap().ConstantValue is { HasValue: true, Value: false })
            return null;
        if (otherwise?.Unwrap().ConstantValue is { HasValue: true, Value: true })
            return filtering is not null && FilterIn(filtering, test, vocabulary) is { } predicate ? (predicate, test) : null;
        if (AmbientIdentity.Of(test.Operand, isOfModel: false, vocabulary) is null || IsPrivileged(conditional, vocabulary) || Refusals.IsClosed(otherwise))
            return null;
        if (filtering is not null)
            return FilterIn(filtering, test, vocabulary) is { } filter ? (filter, test) : null;
        return otherwise is not null && EarlyReturn(conditional, otherwise, test, vocabulary) is { } later ? (later, test) : null;
    }

    /// <summary><c>if (k == null) return db.Orders.ToList();</c> before the filter: everything for whoever is nobody.</summary>
    private static OwnerFilter? EarlyReturn(IConditionalOperation conditional, IOperation branch, PresenceTest test, OwnershipVocabulary vocabulary)
    {
        if (FunctionBody.Operations(branch).OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue is not { } returned)
            return null;
        return FunctionBody.Of(conditional).DescendantsAndSelf().Where(later => later.Syntax.SpanStart >= conditional.Syntax.Span.End)
            .Select(later => FilterAt(later, test, vocabulary)).FirstOrDefault(filter => filter is not null && returned.DescendantsAndSelf().Any(part => IsSetOf(part.Type, filter.Lambda.Symbol.Parameters[0].Type)));
    }

    /// <summary><c>q.WhereIf(k != null, x => x.K == k)</c>.</summary>
    private static (OwnerFilter, PresenceTest)? InCall(IInvocationOperation call, OwnershipVocabulary vocabulary)
    {
        var condition = call.Arguments.First(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean).Value;
        if (PresenceTest.Of(condition) is not { PresentWhenTrue: true } test || PrivilegeTest.Mentions(condition, vocabulary))
            return null;
        return call.Arguments.Select(argument => FilterIn(argument.Value, test, vocabulary)).FirstOrDefault(static filter => filter is not null) is { } found ? (found, test) : null;
    }

    private static bool IsSwitched(IInvocationOperation call) =>
        call.TargetMethod.Name.EndsWith("If", StringComparison.Ordinal) && call.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } && arguments.Any(static argument => argument.Expression is LambdaExpressionSyntax) &&
        call.Arguments.Any(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean);

    private static OwnerFilter? FilterIn(IOperation part, PresenceTest test, OwnershipVocabulary vocabulary) =>
        part.DescendantsAndSelf().Select(operation => FilterAt(operation, test, vocabulary)).FirstOrDefault(static filter => filter is not null);

    private static OwnerFilter? FilterAt(IOperation operation, PresenceTest test, OwnershipVocabulary vocabulary) =>
        OwnerFilter.OperandsOf(operation) is not null && OwnerFilter.Of(operation, vocabulary) is { } filter && test.IsAbout(filter.Identity) ? filter : null;

    /// <summary>Whether the condition, or one around it, asks for a privilege.</summary>
    private static bool IsPrivileged(IConditionalOperation conditional, OwnershipVocabulary vocabulary)
    {
        for (IOperation? current = conditional; current is not null; current = current.Parent)
        {
            if (current is IConditionalOperation { Condition: var condition } && PrivilegeTest.Mentions(condition, vocabulary))
                return true;
        }

        return false;
    }

    private static bool IsSetOf(ITypeSymbol? type, ITypeSymbol element) =>
        type is INamedTypeSymbol { Name: "DbSet" or "IQueryable", Arity: 1 } set && SymbolEqualityComparer.Default.Equals(set.TypeArguments[0], element);

    private static IEnumerable<IOperation> Disjuncts(IOperation condition) =>
        condition.Unwrap() is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or ? Disjuncts(or.LeftOperand).Concat(Disjuncts(or.RightOperand)) : [condition];
}
