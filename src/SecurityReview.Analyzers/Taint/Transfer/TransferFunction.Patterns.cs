using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Guards;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Patterns: what they give a name to.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The value of a pattern test itself is a truth; its designations get the value or its members.</summary>
    private AbstractValue EvaluatePattern(IIsPatternOperation operation)
    {
        var value = Evaluate(operation.Value);
        Bind(operation.Pattern, value);
        return ConstantFolding.Pattern(operation.Pattern, value);
    }

    private AbstractValue ReadPatternMember(AbstractValue value, IMemberReferenceOperation reference) =>
        (reference is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } && !HasStorage(property)
            ? CallBodies(getter, value, s_noArguments, reference, property.ContainingType, isVirtual: true) : null)
        ?? ReadMember(value, reference.Member, SlotName(reference.Member));

    private void Bind(IPatternOperation pattern, AbstractValue value)
    {
        switch (pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                State = State.With(symbol, value);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } whole)
                    State = State.With(whole, value);
                foreach (var member in recursive.PropertySubpatterns)
                    Bind(member.Pattern, member.Member is IMemberReferenceOperation reference ? ReadPatternMember(value, reference) : value);
                var parts = PartsOf(value, recursive.MatchedType, recursive.DeconstructionSubpatterns.Length, recursive);
                for (var i = 0; i < recursive.DeconstructionSubpatterns.Length; i++)
                    Bind(recursive.DeconstructionSubpatterns[i], parts[i].Value);
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                // What is named beside a test against constants is one of them.
                Bind(both.LeftPattern, PatternFacts.HoldsOnlyConstants(both.RightPattern) ? value.ObjectsOnly() : value);
                Bind(both.RightPattern, PatternFacts.HoldsOnlyConstants(both.LeftPattern) ? value.ObjectsOnly() : value);
                break;
            default:
                // The elements that a list pattern looks at; a slice of it is the list again.
                var inner = pattern is IListPatternOperation ? State.ReadElement(value, HeapSlot.AnyElement) : value;
                foreach (var child in pattern.ChildOperations)
                {
                    if (child is ISlicePatternOperation { Pattern: { } rest })
                        Bind(rest, value);
                    else if (child is IPatternOperation nested)
                        Bind(nested, inner);
                }

                break;
        }
    }
}
