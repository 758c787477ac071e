using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Flow;

/// <summary>Locals that are another name for the value they were declared with. A body is read once, for all of its locals.</summary>
internal sealed class SingleAssignment
{
    private readonly ConditionalWeakTable<IOperation, Dictionary<ILocalSymbol, Writes>> _bodies = new();

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
        var root = body.Root();
        if (root.SemanticModel is not { Compilation: { } compilation })
            return null;
        var bodies = KnownTypes.Of(compilation).Fact(static _ => new SingleAssignment())._bodies;
        return bodies.GetValue(root, Read).TryGetValue(local, out var writes) && !writes.IsUnclear && writes.Assigned.All(isKnown) ? writes.Initial : null;
    }

    private static Dictionary<ILocalSymbol, Writes> Read(IOperation root)
    {
        var locals = new Dictionary<ILocalSymbol, Writes>(SymbolEqualityComparer.Default);
        foreach (var operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator:
                    Of(declarator.Symbol).Initial = declarator.GetVariableInitializer()?.Value;
                    break;
                case IDeconstructionAssignmentOperation { Target: IDeclarationExpressionOperation { Expression: ITupleOperation names } } deconstruction
                    when deconstruction.Value.Unwrap() is ITupleOperation values && values.Elements.Length == names.Elements.Length:
                    for (var i = 0; i < names.Elements.Length; i++)
                    {
                        if (names.Elements[i] is ILocalReferenceOperation declared)
                            Of(declared.Local).Initial = values.Elements[i];
                    }

                    break;
                case ILocalReferenceOperation { Parent: ISimpleAssignmentOperation { IsRef: false } assignment } reference when ReferenceEquals(assignment.Target, reference):
                    Of(reference.Local).Assigned.Add(assignment.Value);
                    break;
                case ILocalReferenceOperation reference when reference.IsWritten():
                    Of(reference.Local).IsUnclear = true;
                    break;
            }
        }

        return locals;

        Writes Of(ILocalSymbol local)
        {
            if (!locals.TryGetValue(local, out var writes))
                locals.Add(local, writes = new Writes());
            return writes;
        }
    }

    private sealed class Writes
    {
        public IOperation? Initial { get; set; }

        public List<IOperation> Assigned { get; } = new();

        /// <summary>Whether something else than a plain assignment writes the local.</summary>
        public bool IsUnclear { get; set; }
    }
}
