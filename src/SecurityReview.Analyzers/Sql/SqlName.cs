using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>A name of one or more parts: <c>main.users</c>.</summary>
/// <param name="Parts">The parts without quotes, outermost first.</param>
internal sealed record SqlName(ImmutableArray<string> Parts)
{
    /// <summary>The last part: the table or column itself.</summary>
    public string Last => Parts[Parts.Length - 1];

    /// <summary>Whether the last part is the name, in any case.</summary>
    public bool Is(string name) => string.Equals(Last, name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string ToString() => string.Join(".", Parts);
}
