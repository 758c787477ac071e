namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Forms;

/// <summary>Which of the two steps the control form stands around.</summary>
internal sealed record WrappedStep(string Name, bool IsPut) : DimensionValue(Name)
{
    public static WrappedStep Put { get; } = new("AroundPut", IsPut: true);

    public static WrappedStep Take { get; } = new("AroundTake", IsPut: false);
}
