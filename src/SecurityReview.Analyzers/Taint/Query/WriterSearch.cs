using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Relevance;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>Finds what is written to a field or property anywhere in the compilation.</summary>
internal sealed class WriterSearch(QuerySession session)
{
    private const int MaxWrites = 100;

    /// <summary>The values assigned, each with the state of the assignment, in the order of files and places.</summary>
    public IEnumerable<(AbstractValue Value, AbstractState State)> WritesTo(ISymbol member)
    {
        foreach (var site in Limited(WriteSites.Of(member, session.Names, session.Types.Compilation, session.Cancellation), member))
        {
            if (BodyDeclarations.Around(site) is not { } body || session.FlowOf(body, BodyDemand.For(site)) is not { } flow)
                continue;
            var inner = flow.Around(site);
            yield return (inner.ValueOf(site), inner.StateAt(site));
        }
    }

    /// <summary>What is put into the object that a member holds, by the bodies that name the member: elements added to a collection.</summary>
    public IEnumerable<AbstractValue> PutInto(ISymbol member, ImmutableArray<string> slots) => PutInto(member, member.Name, origin => Holds(origin, member), slots);

    /// <summary>What is put into the object that a member of a framework type holds, by its name.</summary>
    public IEnumerable<AbstractValue> PutInto(string member, ImmutableArray<string> slots) => PutInto(null, member, origin => origin.Path?.Slot == member, slots);

    private IEnumerable<AbstractValue> PutInto(ISymbol? member, string name, Func<SymbolicOrigin, bool> holds, ImmutableArray<string> slots)
    {
        var names = session.Names.IdentifiersOf(member, name, session.Cancellation);
        var bodies = (member is null ? names.Take(MaxWrites) : Limited(names, member)).Select(static token => token.Parent is null ? null : BodyDeclarations.Around(token.Parent)).OfType<SyntaxNode>();
        foreach (var body in bodies.Distinct())
        {
            if (session.FlowOf(body, BodyDemand.Everything) is not { } flow)
                continue;
            foreach (var state in flow.SelfAndNested.Select(static part => part.Everything))
            {
                foreach (var pair in state.Slots)
                {
                    if (pair.Key.Object is HeapObject.Passed holder && holds(holder.Origin) && IsSameSlot(pair.Key.Name, slots[0]))
                        yield return state.Walk(pair.Value, slots.Skip(1));
                }
            }
        }
    }

    /// <summary>The first ones; that there are more is noted.</summary>
    private IEnumerable<T> Limited<T>(IEnumerable<T> places, ISymbol member)
    {
        var count = 0;
        foreach (var place in places)
        {
            if (++count > MaxWrites)
            {
                session.Note(new SpentBudget(member, BudgetLimit.Writers));
                yield break;
            }

            yield return place;
        }
    }

    private static bool Holds(SymbolicOrigin origin, ISymbol member) =>
        origin.Path is { } path ? path.Slot == member.Name : SymbolEqualityComparer.Default.Equals(origin.Root.OriginalDefinition, member.OriginalDefinition);

    private static bool IsSameSlot(string written, string read) =>
        written == read || (written[0] == '[' && read[0] == '[' && (written == HeapSlot.AnyElement || read == HeapSlot.AnyElement));
}
