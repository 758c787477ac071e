using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>A write or delete by which a one-time credential is used up.</summary>
/// <param name="Act">The assignment or call.</param>
/// <param name="Kind">How.</param>
/// <param name="Name">What the credential is called, for messages.</param>
internal sealed record Consumption(IOperation Act, ConsumptionKind Kind, string Name)
{
    /// <summary>The type of the credential, where it is known.</summary>
    public ITypeSymbol? Entity { get; init; }

    /// <summary>The local that holds the credential.</summary>
    public ILocalSymbol? Object { get; init; }

    /// <summary>The table, where SQL text names one.</summary>
    public string? Table { get; init; }

    /// <summary>The member that marks it as used.</summary>
    public string? Mark { get; init; }

    /// <summary>For an update, whether it does nothing to a credential that was used already.</summary>
    public bool IsConditional { get; init; }

    /// <summary>For an entry, the <see cref="ValueText"/> of the cache or dictionary.</summary>
    public string? Store { get; init; }

    /// <summary>For an entry, the <see cref="ValueText"/> of its key.</summary>
    public string? Key { get; init; }
}
