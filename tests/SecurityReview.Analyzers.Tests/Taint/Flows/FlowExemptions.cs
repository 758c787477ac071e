using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>Twins that are judged wrongly and stay so: few, each with the reason, none of a shape that the engine is meant for.</summary>
internal static class FlowExemptions
{
    public static ImmutableDictionary<string, string> Reasons { get; } = ImmutableDictionary<string, string>.Empty
        .Add("Results/ValidationResult.good", "The result of a validator is an object whose truth is counted from a list of its errors: nothing ties it to the request that was tested.");

    public static bool Contain(FlowTwin twin) => Reasons.ContainsKey(twin.Name);
}
