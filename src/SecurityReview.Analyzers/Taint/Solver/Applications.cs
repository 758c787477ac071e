using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.Lattice;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>The calls that a body makes, as those see them who search for the callers of a function.</summary>
internal sealed class Applications
{
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
}

/// <summary>One call.</summary>
/// <param name="Target">The function or, for a delegate that is not known, the member or parameter that holds it.</param>
/// <param name="Receiver">What it is called on.</param>
/// <param name="Arguments">By ordinal of the parameter.</param>
/// <param name="State">The state before the call.</param>
/// <param name="Site">The call.</param>
/// <param name="Member">The member whose code makes the call.</param>
/// <param name="IsDirect">Whether the function is named in the call; false for calls of delegates.</param>
internal sealed record Application(
    ISymbol Target, AbstractValue Receiver, ImmutableArray<AbstractValue> Arguments, AbstractState State, SyntaxNode Site, ISymbol Member, bool IsDirect)
{
    /// <summary>Whether another is the same call in the code, seen with other knowledge.</summary>
    public bool IsSamePlace(Application other) =>
        ReferenceEquals(Site, other.Site) && IsDirect == other.IsDirect && Arguments.Length == other.Arguments.Length && SymbolEqualityComparer.Default.Equals(Target, other.Target);
}
