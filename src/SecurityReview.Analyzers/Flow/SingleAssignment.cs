using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Flow;

/// <summary>Locals that are another name for the value they were declared with.</summary>
internal static class SingleAssignment
{
    /// <summary>
    /// The value that a local was declared with, where nothing writes it later; null otherwise.
    /// </summary>
    /// <param name="body">Any operation of the outermost body: nested functions may write the local too.</param>
    public static IOperation? ValueOf(ILocalSymbol local, IOperation body) => ValueOf(local, body, static _ => false);

    /// <summary>The value that a local was declared with, where only assignments of known values write it later; null otherwise.</summary>
    /// <param name="body">Any operation of the outermost body: nested functions may write the local too.</param>
    /// <param name="isKnown">Whether an assigned value is one of those.</param>
    public static IOperation? ValueOf(ILocalSymbol local, IOperation body, Func<IOperation, bool> isKnown)
    {
        var root = body;
        while (root.Parent is { } parent)
            root = parent;
        IOperation? value = null;
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case ILocalReferenceOperation reference when Same(reference.Local, local) && IsWritten(reference)
                    && !(reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && isKnown(assignment.Value)):
                    return null;
            }
        }

        return value;
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => ReferenceEquals(assignment.Target, reference),
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => tuple.Parent is IDeconstructionAssignmentOperation deconstruction && ReferenceEquals(deconstruction.Target, tuple),
        IDeclarationExpressionOperation => true,
        IAddressOfOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };

    private static bool Same(ILocalSymbol one, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
