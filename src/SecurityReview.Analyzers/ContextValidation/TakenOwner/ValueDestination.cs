using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ContextValidation.TakenOwner;

/// <summary>
/// Where a value goes: a variable or member, the result, a parameter of a callee. Two values with the same destination stand for each
/// other, depending on how the code branches.
/// </summary>
/// <param name="Target">The variable, member or parameter; null for the result.</param>
/// <param name="Receiver">For a member of a named object, its path.</param>
/// <param name="Component">The element of a tuple that the value becomes, or -1.</param>
/// <param name="Site">The assignment, return or call.</param>
internal sealed record ValueDestination(ISymbol? Target, ReferencePath? Receiver, int Component, IOperation Site)
{
    /// <summary>Whether another value goes to the same place.</summary>
    public bool IsSame(ValueDestination other) =>
        SymbolEqualityComparer.Default.Equals(Target, other.Target) && Equals(Receiver, other.Receiver) && Component == other.Component;

    /// <summary>The destination of an operation's value, unchanged up to its form; null where it is computed with, compared or dropped.</summary>
    public static ValueDestination? Of(IOperation value)
    {
        var component = -1;
        for (var current = value; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when !ReferenceEquals(conditional.Condition, current) && conditional.WhenFalse is not null && conditional.Type is not null:
                case ISwitchExpressionArmOperation arm when ReferenceEquals(arm.Value, current):
                case ISwitchExpressionOperation @switch when !ReferenceEquals(@switch.Value, current):
                    continue;
                case ITupleOperation tuple:
                    component = tuple.Elements.IndexOf(current);
                    continue;
                case IDeconstructionAssignmentOperation deconstruction when ReferenceEquals(deconstruction.Value, current):
                    return TupleIn(deconstruction.Target) is { } targets && component >= 0 && component < targets.Elements.Length
                        ? OfTarget(targets.Elements[component], -1, deconstruction)
                        : null;
                case ISimpleAssignmentOperation assignment when ReferenceEquals(assignment.Value, current):
                    return OfTarget(assignment.Target, component, assignment);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return new ValueDestination(declarator.Symbol, null, component, declarator);
                case IReturnOperation:
                    return new ValueDestination(null, null, component, parent);
                case var form when ValueForm.IsForm(form, current):
                    continue;
                case IArgumentOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter, Parent: { } call }:
                    return new ValueDestination(parameter.OriginalDefinition, null, component, call);
                default:
                    return null;
            }
        }

        return null;
    }

    private static ITupleOperation? TupleIn(IOperation target) =>
        target as ITupleOperation ?? (target as IDeclarationExpressionOperation)?.Expression as ITupleOperation;

    private static ValueDestination? OfTarget(IOperation target, int component, IOperation site) => target switch
    {
        ILocalReferenceOperation local => new ValueDestination(local.Local, null, component, site),
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => new ValueDestination(local.Local, null, component, site),
        IParameterReferenceOperation parameter => new ValueDestination(parameter.Parameter, null, component, site),
        IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member =>
            new ValueDestination(member.Member, ReferencePath.Of(member.Instance), component, site),
        _ => null,
    };
}
