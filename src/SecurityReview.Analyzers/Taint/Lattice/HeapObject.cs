using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>An object as the analysis tells objects apart, so that two names for one object see each other's writes.</summary>
internal abstract record HeapObject
{
    /// <summary>Created here, or returned by a call here that is not looked into.</summary>
    internal sealed record Allocation(SyntaxNode Site) : HeapObject;

    /// <summary>The instance that the body runs on.</summary>
    internal sealed record This : HeapObject;

    /// <summary>What a caller passed for a parameter, or reachable from it by members.</summary>
    internal sealed record Passed(ParameterOrigin Origin) : HeapObject
    {
        /// <summary>How many members an access path may have before it is cut.</summary>
        public const int MaxDepth = 3;

        /// <summary>The object in a member of this one; null past the depth.</summary>
        public Passed? Member(string slot) =>
            Origin.Path.Count(letter => letter == '.') >= MaxDepth ? null : new Passed(Origin with { Path = $"{Origin.Path}.{slot}" });
    }
}
