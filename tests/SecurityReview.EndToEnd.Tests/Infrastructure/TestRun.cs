using System.Xml.Linq;

namespace SecurityReview.EndToEnd.Tests.Infrastructure;

/// <summary>The outcome of each test of a built test project.</summary>
/// <param name="Passed">The names of the tests that passed, in order.</param>
/// <param name="Others">The names of the tests that did not, in order.</param>
/// <param name="Log">What the run wrote, for messages.</param>
internal sealed record TestRun(IReadOnlyList<string> Passed, IReadOnlyList<string> Others, string Log)
{
    /// <summary>Runs the tests of a category. The project must be built.</summary>
    /// <param name="project">The test project.</param>
    /// <param name="category">The value of the trait <c>Category</c>.</param>
    /// <param name="results">An existing folder for the file with the results.</param>
    public static async Task<TestRun> OfCategoryAsync(string project, string category, string results)
    {
        var file = Path.Combine(results, $"{Guid.NewGuid():N}.trx");
        var run = await ProcessRun.DotnetAsync(
            results, "test", project, "--no-build", "--filter", $"Category={category}", "--logger", $"trx;LogFileName={file}", "--results-directory", results);
        Assert.True(File.Exists(file), $"'{run.Command}' left no results.\n{run.AllOutput}");
        var outcomes = XDocument.Load(file).Descendants()
            .Where(element => element.Name.LocalName == "UnitTestResult")
            .ToLookup(element => (string?)element.Attribute("outcome") == "Passed", element => (string)element.Attribute("testName")!);
        return new TestRun(
            [.. outcomes[true].Order(StringComparer.Ordinal)], [.. outcomes[false].Order(StringComparer.Ordinal)], run.AllOutput);
    }
}
