using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>The pairs that are generated.</summary>
internal static class GeneratedPrograms
{
    private const string Group = "Generated/";

    public static ImmutableArray<FlowProgram> All { get; } = [.. Combinations.All.Select(Of)];

    public static ImmutableArray<FlowTwin> Twins { get; } = [.. All.SelectMany(program => program.Twins)];

    /// <summary>Both twins in the format of the flow programs.</summary>
    public static string Write(Combination combination) =>
        $"{new ProgramWriter(combination, safe: false).Write()}\n//// good twin\n{new ProgramWriter(combination, safe: true).Write()}\n";

    public static FlowProgram Of(Combination combination) => FlowProgram.Parse(Group + combination.Name, Write(combination));
}
