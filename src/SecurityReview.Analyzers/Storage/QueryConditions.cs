using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Storage;

/// <summary>Which members of its element a query compares for equality, in conditions that all must hold.</summary>
internal static class QueryConditions
{
    /// <summary>Operators that leave the rows of a query as they are.</summary>
    private static readonly HashSet<string> s_neutral = new(StringComparer.Ordinal)
    {
        "AsNoTracking", "AsNoTrackingWithIdentityResolution", "AsTracking", "AsQueryable", "IgnoreQueryFilters", "IgnoreAutoIncludes", "TagWith", "TagWithCallSite",
        "AsSplitQuery", "AsSingleQuery", "Include", "ThenInclude", "Order", "OrderDescending", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending",
    };

    /// <summary>
    /// The members in <c>Where(x => x.A == a &amp;&amp; x.B == b)</c> and further <c>Where</c>s of the chain, with what each is compared to; null
    /// where the chain does more than filter, so that the conditions do not tell which rows are left.
    /// </summary>
    public static Dictionary<string, IOperation>? Equalities(IOperation query)
    {
        var members = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        return Add(query, members) ? members : null;
    }

    /// <summary>The same for a call such as <c>Any(x => x.A == a)</c>, which may bring a condition of its own.</summary>
    public static Dictionary<string, IOperation>? EqualitiesOf(IInvocationOperation call)
    {
        var members = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        AddEqualities(call, members);
        return call.Receiver() is { } query && Add(query, members) ? members : null;
    }

    /// <summary>The members that the conditions among the arguments of a call compare, and nothing of what it is called on.</summary>
    public static Dictionary<string, IOperation> EqualitiesIn(IInvocationOperation call)
    {
        var members = new Dictionary<string, IOperation>(StringComparer.Ordinal);
        AddEqualities(call, members);
        return members;
    }

    /// <summary>Whether a method of queries leaves the rows as they are.</summary>
    public static bool IsNeutral(IMethodSymbol method) => s_neutral.Contains(method.Name);

    private static bool Add(IOperation query, Dictionary<string, IOperation> members)
    {
        for (var current = Source(query); ; current = Source(current))
        {
            if (current is not IInvocationOperation call || call.Receiver() is not { } receiver || IsSet(call))
                return true;
            if (call.TargetMethod.Name == "Where")
                AddEqualities(call, members);
            else if (!IsNeutral(call.TargetMethod))
                return false;
            current = receiver;
        }
    }

    /// <summary>A query that stands in a local of its own, or is written in query syntax.</summary>
    public static IOperation Source(IOperation operation)
    {
        var current = operation.Unwrap();
        while (true)
        {
            switch (current)
            {
                case ITranslatedQueryOperation translated:
                    current = translated.Operation.Unwrap();
                    break;
                case ILocalReferenceOperation local when SingleAssignment.ValueOf(local.Local, local) is { } value:
                    current = value.Unwrap();
                    break;
                default:
                    return current;
            }
        }
    }

    /// <summary><c>db.Set&lt;T&gt;()</c> and other calls that make a query instead of changing one.</summary>
    private static bool IsSet(IInvocationOperation call) => !call.TargetMethod.IsExtensionMethod || call.TargetMethod.Name == "GetTable";

    /// <summary>Adds the members that the condition of a call compares.</summary>
    public static void AddEqualities(IInvocationOperation where, Dictionary<string, IOperation> members)
    {
        foreach (var argument in where.Arguments)
        {
            var value = argument.Value.Unwrap();
            if (value is IDelegateCreationOperation creation)
                value = creation.Target;
            if (value is IAnonymousFunctionOperation { Symbol.Parameters.Length: > 0 } lambda && Body(lambda) is { } body)
                AddConjuncts(body, lambda.Symbol.Parameters[0], members);
        }
    }

    private static IOperation? Body(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.Length == 1 && lambda.Body.Operations[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;

    private static void AddConjuncts(IOperation condition, IParameterSymbol element, Dictionary<string, IOperation> members)
    {
        var pending = new Stack<IOperation>();
        pending.Push(condition);
        while (pending.Count > 0)
        {
            switch (pending.Pop().Unwrap())
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                    pending.Push(and.LeftOperand);
                    pending.Push(and.RightOperand);
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality:
                    AddEquality(equality.LeftOperand, equality.RightOperand, element, members);
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: false, Parameters.Length: 1 }, Instance: { } left } equals:
                    AddEquality(left, equals.Arguments[0].Value, element, members);
                    break;
                case IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true, Parameters.Length: 2 } } equals:
                    AddEquality(equals.Arguments[0].Value, equals.Arguments[1].Value, element, members);
                    break;
            }
        }
    }

    private static void AddEquality(IOperation left, IOperation right, IParameterSymbol element, Dictionary<string, IOperation> members)
    {
        if (MemberOf(left, element) is { } onLeft && !Mentions(right, element))
            members[onLeft] = right;
        else if (MemberOf(right, element) is { } onRight && !Mentions(left, element))
            members[onRight] = left;
    }

    /// <summary>The member in <c>x.A</c>, in <c>x.A.Value</c> of a wrapped id, or in <c>EF.Property&lt;T&gt;(x, "A")</c>; none through a navigation.</summary>
    private static string? MemberOf(IOperation operation, IParameterSymbol element)
    {
        switch (operation.Unwrap())
        {
            case IPropertyReferenceOperation { Instance: { } instance } property:
                if (IsElement(instance, element))
                    return property.Property.Name;
                return property.Property.Name == "Value" && instance.Type is { IsValueType: true } ? MemberOf(instance, element) : null;
            case IInvocationOperation { TargetMethod: { Name: "Property", ContainingType.Name: "EF", Parameters.Length: 2 } } shadow
                when IsElement(shadow.Arguments[0].Value, element):
                return shadow.Arguments[1].Value.ConstantValue is { HasValue: true, Value: string name } ? name : null;
            default:
                return null;
        }
    }

    private static bool IsElement(IOperation operation, IParameterSymbol element) =>
        operation.Unwrap() is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, element);

    private static bool Mentions(IOperation operation, IParameterSymbol element) =>
        operation.DescendantsAndSelf().Any(descendant => IsElement(descendant, element));
}
