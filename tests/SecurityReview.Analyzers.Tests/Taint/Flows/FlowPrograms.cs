using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>The pairs that were written by hand: the files under <c>Programs</c>, which this assembly carries as resources.</summary>
internal static class FlowPrograms
{
    private const string Prefix = "flows/";

    public static ImmutableArray<FlowProgram> All { get; } =
        [.. typeof(FlowPrograms).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    public static ImmutableArray<FlowTwin> Twins { get; } = [.. All.SelectMany(program => program.Twins)];

    public static FlowTwin Twin(string name) => Twins.Single(twin => twin.Name == name);

    private static FlowProgram Read(string resource)
    {
        using var reader = new StreamReader(typeof(FlowPrograms).Assembly.GetManifestResourceStream(resource)!);
        return FlowProgram.Parse(resource[Prefix.Length..].Replace('\\', '/'), reader.ReadToEnd());
    }
}
