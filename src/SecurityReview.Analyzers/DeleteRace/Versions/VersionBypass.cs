using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DeleteRace.Versions;

/// <summary>A write that does not care which version it meets, although the code could know.</summary>
/// <param name="What">What is bypassed, for messages.</param>
/// <param name="Remedy">What to do instead, for messages.</param>
internal sealed record VersionBypass(string What, string Remedy)
{
    /// <summary>The read of the same thing.</summary>
    public IOperation? Read { get; init; }

    /// <summary>An expression for the version that was read.</summary>
    public string? Version { get; init; }

    /// <summary>The parameter that takes the version; the member that is compared, for a query.</summary>
    public string? Place { get; init; }
}
