using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>Which of the functions that a body calls are looked into.</summary>
internal enum CallScope
{
    /// <summary>All that have code in the compilation.</summary>
    All,

    /// <summary>
    /// No ordinary methods, only what belongs to the body or to the objects in its hands: lambdas and local functions, constructors, accessors, operators.
    /// Enough to see what is handed on as it was given, without what the whole program does to it.
    /// </summary>
    Nearby,
}

internal static class CallScopeExtensions
{
    public static bool Includes(this CallScope scope, IMethodSymbol function) => scope == CallScope.All || function.MethodKind is not MethodKind.Ordinary;
}
