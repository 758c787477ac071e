using System.Collections.Concurrent;
using System.Collections.Immutable;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows;

/// <summary>Twins that are judged wrongly.</summary>
internal static class FlowExemptions
{
    /// <summary>Twins that stay so, each with the reason.</summary>
    public static ImmutableDictionary<string, string> Lasting { get; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Twins that the engine learns to judge: a list that only gets shorter and goes away.</summary>
    public static ImmutableSortedSet<string> NotYet { get; private set; } =
        File.Exists(NotYetPath) ? File.ReadLines(NotYetPath).Where(line => line.Length > 0).ToImmutableSortedSet(StringComparer.Ordinal) : [];

    private static string NotYetPath => Path.Combine(TestReferences.RepositoryRoot, "tests", "SecurityReview.Analyzers.Tests", "Taint", "Flows", "NotYet.txt");

    public static bool Contain(FlowTwin twin) => Lasting.ContainsKey(twin.Name) || NotYet.Contains(twin.Name);

    /// <summary>Judges every twin and writes the list anew.</summary>
    public static async Task WriteNotYetAsync()
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(FlowTwins.All.Where(twin => !Lasting.ContainsKey(twin.Name)), async (twin, _) =>
        {
            if (!(await FlowVerdict.OfAsync(twin)).Passes)
                wrong.Add(twin.Name);
        });

        NotYet = wrong.ToImmutableSortedSet(StringComparer.Ordinal);
        await File.WriteAllLinesAsync(NotYetPath, NotYet);
    }
}
