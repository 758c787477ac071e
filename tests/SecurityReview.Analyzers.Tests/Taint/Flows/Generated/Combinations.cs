using System.Collections.Immutable;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Forms;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sinks;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sources;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>The combinations that are generated: every pair of values of two dimensions is in one of them.</summary>
internal static class Combinations
{
    /// <summary>The dimensions, in the order of <see cref="Combination.Values"/>.</summary>
    public static ImmutableArray<ImmutableArray<DimensionValue>> Dimensions { get; } =
    [
        [.. CarrierList.All],
        [.. ControlForms.All],
        [WrappedStep.Put, WrappedStep.Take],
        [.. CallPaths.All],
        [.. SourceList.All],
        [.. SinkList.All],
        [.. ReasonList.All],
    ];

    public static ImmutableArray<Combination> All { get; } = [.. Cover()];

    /// <summary>Whether two values of different dimensions can be in one combination. Only a reason asks for something.</summary>
    public static bool Fit(DimensionValue left, DimensionValue right) => (left, right) switch
    {
        (Carrier carrier, Reason reason) => reason.Fits(carrier),
        (CallPath path, Reason reason) => reason.Fits(path),
        (Reason, Carrier or CallPath) => Fit(right, left),
        _ => true,
    };

    private static IEnumerable<Combination> Cover()
    {
        var array = new CoveringArray([.. Dimensions.Select(values => values.Length)], (i, value, j, other) => Fit(Dimensions[i][value], Dimensions[j][other]));
        foreach (var row in array.Rows())
        {
            var values = row.Select((value, dimension) => Dimensions[dimension][value]).ToArray();
            yield return new Combination(
                (Carrier)values[0], (ControlForm)values[1], (WrappedStep)values[2], (CallPath)values[3], (Source)values[4], (Sink)values[5], (Reason)values[6]);
        }
    }
}
