using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Calls;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>The calls that a body makes, as those see them who search for the callers of a function.</summary>
internal sealed class Applications
{
    /// <summary>How deep a function may be within what a member holds, to be told of.</summary>
    private const int MaxHeldDepth = 2;

    private readonly List<Application> _made = new();
    private readonly List<(IMethodSymbol Function, ISymbol Member)> _stored = new();

    /// <summary>Whether the calls are kept; they are in the last pass only.</summary>
    public bool IsRecording { get; set; }

    public IReadOnlyList<Application> Made => _made;

    /// <summary>The functions that were put into a field, property or event, to be called from elsewhere.</summary>
    public IReadOnlyList<(IMethodSymbol Function, ISymbol Member)> Stored => _stored;

    public void Add(Application application)
    {
        if (IsRecording)
            _made.Add(application);
    }

    public void Store(AbstractValue value, ISymbol member)
    {
        if (!IsRecording)
            return;
        foreach (var function in value.Objects.OfType<HeapObject.Function>())
            _stored.Add((function.Method, member));
    }

    /// <summary>
    /// Notes the functions that are within what a member holds, whoever put them there: a list of handlers, an object that keeps a callback.
    /// </summary>
    /// <param name="everything">All that the body leaves anywhere.</param>
    public void StoreHeld(AbstractState everything)
    {
        var held = new List<(IMethodSymbol Function, ISymbol Member)>();
        foreach (var slot in everything.Slots)
        {
            if (slot.Key.Object is HeapObject.Passed holder && HolderOf(holder, slot.Key) is { } member)
                held.AddRange(FunctionsIn(slot.Value, everything, depth: 0).Select(function => (function, member)));
        }

        foreach (var variable in everything.Variables)
        {
            if (variable.Key is ISymbol { IsStatic: true } member and (IFieldSymbol or IPropertySymbol or IEventSymbol))
                held.AddRange(FunctionsIn(variable.Value, everything, depth: 0).Select(function => (function, member)));
        }

        _stored.AddRange(held.OrderBy(static pair => pair.Member.Name, StringComparer.Ordinal).ThenBy(static pair => pair.Function.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Function.Locations.FirstOrDefault()?.SourceSpan.Start));
    }

    private static ISymbol? HolderOf(HeapObject.Passed holder, HeapSlot slot) => slot.IsElement ? InstanceMembers.Last(holder.Origin) : holder.Member(slot.Name) is { } member ? InstanceMembers.Last(member.Origin) : null;

    private static IEnumerable<IMethodSymbol> FunctionsIn(AbstractValue value, AbstractState everything, int depth) => value.Objects.SelectMany(item => item switch
    {
        HeapObject.Function function => [function.Method],
        HeapObject.Allocation when depth < MaxHeldDepth => everything.SlotsOf(item).SelectMany(slot => FunctionsIn(slot.Value, everything, depth + 1)),
        _ => [],
    });
}

/// <summary>One call.</summary>
/// <param name="Target">The function or, for a delegate that is not known, the member or parameter that holds it.</param>
/// <param name="Receiver">What it is called on.</param>
/// <param name="Arguments">By ordinal of the parameter.</param>
/// <param name="State">The state before the call.</param>
/// <param name="Site">The call.</param>
/// <param name="Member">The member whose code makes the call.</param>
/// <param name="IsDirect">Whether the function is named in the call; false for calls of delegates.</param>
/// <param name="Named">The function as the call constructs it; null where it is not named.</param>
internal sealed record Application(
    ISymbol Target, AbstractValue Receiver, ImmutableArray<AbstractValue> Arguments, AbstractState State, SyntaxNode Site, ISymbol Member, bool IsDirect, IMethodSymbol? Named = null)
{
    /// <summary>Whether another is the same call of a function in the code, seen with other knowledge: it may know which delegate it is that it calls.</summary>
    public bool IsSamePlace(Application other, IMethodSymbol function) =>
        ReferenceEquals(Site, other.Site) && IsDirect == other.IsDirect &&
        ((Arguments.Length == other.Arguments.Length && SymbolEqualityComparer.Default.Equals(Target, other.Target)) ||
            (!IsDirect && other.Arguments.Length >= function.Parameters.Length && SymbolEqualityComparer.Default.Equals(other.Target, function)));
}
