using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>One value of one dimension of the generated programs, such as "a list element" or "a for loop". It brings all that its code needs.</summary>
/// <param name="Name">What names the value in the name of a program: an identifier, one in its dimension.</param>
internal abstract record DimensionValue(string Name)
{
    /// <summary>Namespaces beyond those that every flow program has.</summary>
    public ImmutableArray<string> Usings { get; init; } = [];

    /// <summary>Declarations of the types that the code uses.</summary>
    public string Types { get; init; } = "";

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
