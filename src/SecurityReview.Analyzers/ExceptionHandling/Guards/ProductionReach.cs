using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Guards;

/// <summary>
/// Whether production gets to a place: no branch around it, no operand before it and no early exit above it is decided by a development test.
/// Code of a lambda is judged with the place where the lambda stands.
/// </summary>
internal sealed class ProductionReach
{
    private readonly ProductionValue _values;

    private ProductionReach(KnownTypes types) => _values = new ProductionValue(ProductionAssumption.Of(types));

    public static ProductionReach Of(KnownTypes types) => types.Fact(static key => new ProductionReach(key));

    /// <summary>What a condition is in production; null where it depends on something else.</summary>
    public bool? ValueOf(IOperation condition) => _values.Of(condition);

    /// <summary>Whether production may run an operation.</summary>
    public bool Reaches(IOperation operation, CancellationToken cancellation)
    {
        for (var current = operation; current.Parent is { } parent; current = parent)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsRuledOut(current, parent))
                return false;
        }

        return !DebugRegions.Contains(operation.Syntax.GetLocation(), cancellation);
    }

    private bool IsRuledOut(IOperation child, IOperation parent)
    {
        switch (parent)
        {
            case IConditionalOperation conditional when !ReferenceEquals(child, conditional.Condition):
                return _values.Of(conditional.Condition) == !ReferenceEquals(child, conditional.WhenTrue);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when ReferenceEquals(child, both.RightOperand):
                return _values.Of(both.LeftOperand) == false;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when ReferenceEquals(child, either.RightOperand):
                return _values.Of(either.LeftOperand) == true;
            case ICatchClauseOperation { Filter: { } filter } when !ReferenceEquals(child, filter):
                return _values.Of(filter) == false;
            case ISwitchExpressionOperation choice when child is ISwitchExpressionArmOperation arm:
                return _values.Of(choice.Value, arm.Pattern) == false;
            case ISwitchCaseOperation section when section.Parent is ISwitchOperation @switch:
                return section.Clauses.All(clause => clause is ISingleValueCaseClauseOperation { Value: { } value } && IsOtherEnvironment(@switch.Value, value));
            case IBlockOperation block:
                return block.Operations.TakeWhile(earlier => !ReferenceEquals(earlier, child)).Any(LeavesInProduction);
            default:
                return false;
        }
    }

    /// <summary>An early exit: <c>if (!env.IsDevelopment()) return;</c></summary>
    private bool LeavesInProduction(IOperation statement) => statement is IConditionalOperation conditional && _values.Of(conditional.Condition) switch
    {
        true => Leaves(conditional.WhenTrue),
        false => conditional.WhenFalse is { } otherwise && Leaves(otherwise),
        _ => false,
    };

    private static bool Leaves(IOperation statement) => statement switch
    {
        IReturnOperation or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: var expression } => expression.Unwrap() is IThrowOperation,
        IBlockOperation { Operations: { Length: > 0 } operations } => Leaves(operations[operations.Length - 1]),
        _ => false,
    };

    private static bool IsOtherEnvironment(IOperation switched, IOperation value) =>
        switched.Unwrap() is IPropertyReferenceOperation { Property.Name: "EnvironmentName" } &&
        (value.Unwrap() is { ConstantValue: { HasValue: true, Value: string name } } ? !name.Equals("Production", StringComparison.OrdinalIgnoreCase) : false);
}
