namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Forms;

/// <summary>A form of control flow around a step; on at least one path the step is taken.</summary>
internal sealed record ControlForm(string Name, Func<Wrapped, IEnumerable<string>> Write) : DimensionValue(Name);
