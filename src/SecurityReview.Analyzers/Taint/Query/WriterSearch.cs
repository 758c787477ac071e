using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>Finds what is written to a field or property anywhere in the compilation.</summary>
internal sealed class WriterSearch(QuerySession session)
{
    private const int MaxWrites = 100;

    /// <summary>The values assigned, each with the state of the assignment, in the order of files and places.</summary>
    public IEnumerable<(AbstractValue Value, AbstractState State)> WritesTo(ISymbol member)
    {
        foreach (var site in WriteSites.Of(member, session.Names, session.Types.Compilation, session.Cancellation).Take(MaxWrites))
        {
            if (BodyDeclarations.Around(site) is not { } body || session.FlowOf(body) is not { } flow)
                continue;
            var inner = flow.Around(site);
            yield return (inner.ValueOf(site), inner.StateAt(site));
        }
    }
}
