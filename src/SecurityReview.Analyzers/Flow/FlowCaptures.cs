using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SecurityReview.Analyzers.Flow;

/// <summary>What the compiler keeps aside between blocks (the operand of a <c>switch</c>, the left side of <c>??</c>), where it is one value.</summary>
internal sealed class FlowCaptures
{
    private readonly Dictionary<CaptureId, IOperation?> _values = new();

    public FlowCaptures(ControlFlowGraph graph)
    {
        foreach (var capture in graph.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>())
            _values[capture.Id] = _values.ContainsKey(capture.Id) ? null : capture.Value;
    }

    /// <summary>The value behind a reference to one that is kept aside; every other operation is its own.</summary>
    public IOperation Resolve(IOperation operation)
    {
        // A value kept aside twice leads from one reference to the next; a cycle cannot be, for each is written before it is read.
        while (operation is IFlowCaptureReferenceOperation reference && _values.TryGetValue(reference.Id, out var value) && value is not null)
            operation = value;
        return operation;
    }
}
