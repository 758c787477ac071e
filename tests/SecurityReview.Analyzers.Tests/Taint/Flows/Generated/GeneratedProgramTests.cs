using System.Collections.Concurrent;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Carriers;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated;

/// <summary>
/// The generated programs, judged as those that were written by hand. With <c>WRITE_FLOWS=text</c> those whose name holds the text are written to a folder.
/// </summary>
public class GeneratedProgramTests
{
    private static readonly string s_folder = Path.Combine(TestReferences.RepositoryRoot, "artifacts", "flows");

    public static TheoryData<string> CarrierNames => new(CarrierList.All.Select(carrier => carrier.Name));

    /// <summary>One case for all programs of a carrier, since a thousand cases cost more than what they run.</summary>
    [Theory]
    [MemberData(nameof(CarrierNames))]
    public async Task FindingsOfTheCarrier_AreTheMarkedLines(string carrier)
    {
        var problems = new ConcurrentBag<string>();
        var combinations = Combinations.All.Where(combination => combination.Carrier.Name == carrier).ToList();
        var twins = combinations.Select(GeneratedPrograms.Of).SelectMany(program => program.Twins).Where(twin => !FlowExemptions.Contain(twin));
        await Parallel.ForEachAsync(twins, async (twin, _) =>
        {
            var verdict = await FlowVerdict.OfAsync(twin);
            if (!verdict.Passes)
                problems.Add($"{twin}\n{verdict}");
        });

        await WriteIfAskedAsync(combinations);
        Assert.True(problems.IsEmpty, string.Join('\n', problems.Order(StringComparer.Ordinal)));
    }

    private static async Task WriteIfAskedAsync(IEnumerable<Combination> combinations)
    {
        if (Environment.GetEnvironmentVariable("WRITE_FLOWS") is not { Length: > 0 } part)
            return;
        Directory.CreateDirectory(s_folder);
        foreach (var combination in combinations.Where(combination => combination.Name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            await File.WriteAllTextAsync(Path.Combine(s_folder, combination.Name + ".cs"), GeneratedPrograms.Write(combination));
    }
}
