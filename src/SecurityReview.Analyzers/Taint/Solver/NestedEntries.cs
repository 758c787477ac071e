using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Taint.State;

namespace SecurityReview.Analyzers.Taint.Solver;

/// <summary>The states in which the lambdas and local functions of a body begin: as where they are called, as far as that is seen.</summary>
internal sealed class NestedEntries(Applications applications)
{
    private readonly ILookup<ISymbol, Application> _calls = applications.Made.ToLookup(static call => call.Target, SymbolEqualityComparer.Default);

    /// <summary>The state at the start of a function.</summary>
    /// <param name="otherwise">The state where no call is seen, or where others may call it too.</param>
    public AbstractState Of(IMethodSymbol function, AbstractState otherwise)
    {
        AbstractState? entry = null;
        foreach (var call in _calls[function])
        {
            var state = call.State;
            for (var i = 0; i < function.Parameters.Length && i < call.Arguments.Length; i++)
                state = state.With(function.Parameters[i], call.Arguments[i]);
            entry = entry?.Join(state) ?? state;
        }

        return entry ?? otherwise;
    }
}
