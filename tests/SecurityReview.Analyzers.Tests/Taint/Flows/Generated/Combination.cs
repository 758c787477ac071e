using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Forms;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sinks;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sources;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>One value of every dimension: what a pair of generated programs is made of.</summary>
internal sealed record Combination(Carrier Carrier, ControlForm Form, WrappedStep Step, CallPath Path, Source Source, Sink Sink, Reason Reason)
{
    /// <summary>The values in the order in which they stand in the name of a program.</summary>
    public DimensionValue[] Values => [Carrier, Form, Step, Path, Source, Sink, Reason];

    public string Name => string.Join('-', Values.Select(value => value.Name));
}
