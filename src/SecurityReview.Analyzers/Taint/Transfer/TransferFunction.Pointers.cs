using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>
/// Writes through pointers. A pointer is a name for what it was made of: what is written through it is added to the pointer, to its buffer, and to the
/// variable that a <c>fixed</c> statement has pinned for it.
/// </content>
internal sealed partial class TransferFunction
{
    private readonly Dictionary<ILocalSymbol, IOperation> _pinned = new(SymbolEqualityComparer.Default);

    private AbstractValue Pin(ISimpleAssignmentOperation assignment, ILocalSymbol pointer)
    {
        _pinned[pointer] = assignment.Value;
        return Assign(assignment.Target, Evaluate(assignment.Value), assignment.Syntax);
    }

    /// <summary>Whether a target is what a pointer points to. The oldest compiler that loads this has no name for it but its syntax.</summary>
    private static bool IsPointedTo(IOperation target) =>
        target.Syntax is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PointerIndirectionExpression } or ElementAccessExpressionSyntax &&
        target.ChildOperations.FirstOrDefault() is { Type.TypeKind: TypeKind.Pointer };

    private void WriteThrough(IOperation pointed, AbstractValue value)
    {
        foreach (var operation in pointed.ChildOperations.First().DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation { Local: { Type.TypeKind: TypeKind.Pointer } pointer })
            {
                Add(operation, value);
                if (_pinned.TryGetValue(pointer, out var pinned))
                    Add(pinned.DescendantsAndSelf().FirstOrDefault(static part => part is ILocalReferenceOperation or IParameterReferenceOperation) ?? pinned, value);
            }
            else if (operation is IParameterReferenceOperation { Parameter.Type.TypeKind: TypeKind.Pointer })
            {
                Add(operation, value);
            }
        }
    }

    private void Add(IOperation variable, AbstractValue value)
    {
        var before = Evaluate(variable);
        WriteSlot(before, HeapSlot.AnyElement, value);
        Assign(variable, before.Join(value.TaintsOnly()).WithObjects(before.Objects), variable.Syntax);
    }
}
