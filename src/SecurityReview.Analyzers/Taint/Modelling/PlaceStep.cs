namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>One step from a place into what it holds.</summary>
/// <param name="Kind">The kind of step.</param>
/// <param name="Name">For members their name, for keyed elements the parameter that holds the key; empty otherwise.</param>
/// <param name="Position">For parameters of delegates their position; zero otherwise.</param>
internal sealed record PlaceStep(PlaceStepKind Kind, string Name = "", int Position = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PlaceStepKind.Element => "[]",
        PlaceStepKind.KeyedElement => $"[{Name}]",
        PlaceStepKind.Member => $".{Name}",
        PlaceStepKind.Content => ".*",
        PlaceStepKind.DelegateParameter => $"({Position})",
        _ => "()",
    };
}
