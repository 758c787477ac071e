using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Sources that rows of the models name: what a member returns, and what a call puts into its arguments.</content>
internal sealed partial class TransferFunction
{
    /// <summary>The value of a member that a model calls a source; null if none does.</summary>
    private AbstractValue? SourceOf(ISymbol member, IOperation operation)
    {
        if (operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation)
            return null;
        foreach (var row in RowsOf(member))
        {
            if (row.Role == ModelRole.Source && row.Places.Any(place => place.Root == PlaceRoot.Return) && OriginOf(row, operation) is { } origin)
                return AbstractValue.OfOrigin(origin).WithObject(new HeapObject.Allocation(operation.Syntax));
        }

        return null;
    }

    /// <summary>The value, unless a row calls everything of its type a source: the rows of a table are in the database, wherever the table is had from.</summary>
    private AbstractValue OfItsType(AbstractValue value, IOperation operation)
    {
        return _context.Models.SourceOfType(operation.Type) is { } row && OriginOf(row, operation) is { } origin
            ? AbstractValue.OfOrigin(origin).WithObject(new HeapObject.Allocation(operation.Syntax))
            : value;
    }

    /// <summary>A source whose place is a parameter is what the call puts into that argument.</summary>
    private void FillFromSources(IMethodSymbol method, IInvocationOperation invocation)
    {
        foreach (var row in RowsOf(method))
        {
            if (row.Role != ModelRole.Source || OriginOf(row, invocation) is not { } origin)
                continue;
            foreach (var place in row.Places)
            {
                if (place.Root == PlaceRoot.Parameter && invocation.ArgumentFor(place.Parameter) is { } argument)
                    Fill(argument, AbstractValue.OfOrigin(origin));
            }
        }
    }

    /// <summary>A call puts a value into an argument: into the variable, or into the buffer that the argument is or is a view of.</summary>
    private void Fill(IArgumentOperation argument, AbstractValue value)
    {
        if (argument.Parameter?.RefKind == RefKind.Out)
            Assign(argument.Value, value, argument.Syntax);
        else if (BehindViews(argument.Value) is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation)
            Assign(BehindViews(argument.Value), Evaluate(BehindViews(argument.Value)).Join(value), argument.Syntax);
    }

    /// <summary>The array behind a memory, a span, a segment or a part of them.</summary>
    private static IOperation BehindViews(IOperation operation) => operation switch
    {
        IConversionOperation conversion => BehindViews(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "AsMemory" or "AsSpan" or "Slice" } view when (view.Instance ?? view.Arguments.FirstOrDefault()?.Value) is { } inner => BehindViews(inner),
        IObjectCreationOperation { Type.Name: "ArraySegment" or "Memory" or "Span", Arguments: { Length: > 0 } arguments } => BehindViews(arguments[0].Value),
        _ => operation,
    };

    private IEnumerable<ModelRow> RowsOf(ISymbol member) => _context.Models.RowsOf(member is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced : member);

    private static SourceOrigin? OriginOf(ModelRow row, IOperation operation) =>
        SourceKindNames.TryParse(row.Kind, out var kind)
            ? new SourceOrigin(kind, row.Description.Length > 0 ? $"A value from {row.Description}" : $"'{operation.Syntax}'", operation.Syntax.GetLocation())
            : null;
}
