using System.Collections.Frozen;
using System.Collections.Immutable;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>All twins: of the pairs that were written by hand and of those that are generated.</summary>
internal static class FlowTwins
{
    private static readonly FrozenDictionary<string, FlowTwin> s_byName =
        FlowPrograms.Twins.Concat(GeneratedPrograms.Twins).ToFrozenDictionary(twin => twin.Name, StringComparer.Ordinal);

    public static int Count => s_byName.Count;

    public static ImmutableArray<FlowTwin> All => s_byName.Values;

    public static FlowTwin Named(string name) => s_byName[name];

    public static bool Exists(string name) => s_byName.ContainsKey(name);
}
