using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers;
using SecurityReview.EndToEnd.Tests.Infrastructure;

namespace SecurityReview.EndToEnd.Tests.Tool;

/// <summary>The command on the sample: it finds what the sample's README says, and nothing else.</summary>
public sealed partial class SampleReviewTests(SampleReview sample) : IClassFixture<SampleReview>
{
    private static readonly string[] s_sections = ["Data access", "Exception handling", "Context validation", "Delete race", "TODO"];

    [Fact]
    public void Text_HasTheFiveSectionsInOrder()
    {
        sample.Text.ExitsWith(1);

        var headings = SectionHeading().Matches(sample.Text.Output).Select(match => match.Groups["title"].Value).ToList();

        Assert.Equal([.. s_sections, "Summary"], headings);
    }

    [Fact]
    public void Text_ShowsTheLineOfEveryFindingAndItsRemedy()
    {
        foreach (var finding in JsonFindings())
        {
            var place = finding.GetProperty("location");
            var where = $"  {place.GetProperty("file").GetString()}:{place.GetProperty("line").GetInt32()}:{place.GetProperty("column").GetInt32()}\n";

            Assert.Contains(where, sample.Text.Output, StringComparison.Ordinal);
            Assert.Contains(place.GetProperty("code").GetString()!.Trim(), sample.Text.Output, StringComparison.Ordinal);
            Assert.Contains($"\n  {finding.GetProperty("message").GetString()}\n", sample.Text.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_HasNoEscapesWhereItIsNoTerminal() => Assert.DoesNotContain('\u001b', sample.Text.AllOutput);

    [Fact]
    public void Json_FindsWhatTheReadmeOfTheSampleLists()
    {
        var expected = ReadmeFindings().Order(StringComparer.Ordinal);
        var found = JsonFindings()
            .Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("location").GetProperty("file").GetString()}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Sarif_HasTheSameFindingsWithRelativeAddresses()
    {
        var run = SarifRun();

        var found = run.GetProperty("results").EnumerateArray().Select(result =>
        {
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.Equal("SRCROOT", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
            return $"{result.GetProperty("ruleId").GetString()} {place.GetProperty("artifactLocation").GetProperty("uri").GetString()} {place.GetProperty("region").GetProperty("startLine")}";
        });

        var expected = JsonFindings().Select(finding =>
            $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("location").GetProperty("file").GetString()} {finding.GetProperty("location").GetProperty("line")}");
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Sarif_FollowsTheSchema() => Assert.Empty(SarifSchema.Problems(sample.Sarif.ExitsWith(1).Output));

    [Fact]
    public void Sarif_TellsTheWayOfTheData()
    {
        var injections = SarifRun().GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString() == RuleIds.SqlInjection).ToList();

        Assert.NotEmpty(injections);
        foreach (var injection in injections)
        {
            var steps = injection.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").EnumerateArray().ToList();
            var last = steps[^1].GetProperty("location").GetProperty("physicalLocation").GetProperty("region");

            Assert.True(steps.Count >= 2, "A flow has a source and a sink.");
            Assert.True(JsonElement.DeepEquals(injection.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region"), last), "A flow ends at the finding.");
        }
    }

    [Fact]
    public void Sarif_DescribesItsRulesWithWeaknessAndPage()
    {
        var run = SarifRun();
        var driver = run.GetProperty("tool").GetProperty("driver");
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        var weaknesses = run.GetProperty("taxonomies")[0].GetProperty("taxa").EnumerateArray().Select(taxon => taxon.GetProperty("id").GetString()).ToList();

        foreach (var result in run.GetProperty("results").EnumerateArray())
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var injection = rules.Single(rule => rule.GetProperty("id").GetString() == RuleIds.SqlInjection);
        Assert.EndsWith(RuleIds.SqlInjection + ".md", injection.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
        Assert.Equal("89", injection.GetProperty("relationships")[0].GetProperty("target").GetProperty("id").GetString());
        Assert.Contains("external/cwe/cwe-089", injection.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Contains("89", weaknesses);
    }

    private IReadOnlyList<JsonElement> JsonFindings() => ToolRun.Findings(JsonDocument.Parse(sample.Json.ExitsWith(1).Output).RootElement);

    private JsonElement SarifRun()
    {
        var log = JsonDocument.Parse(sample.Sarif.ExitsWith(1).Output).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        return log.GetProperty("runs")[0];
    }

    /// <summary>Rule and file of the rows under "Findings", of the rules that have an analyzer.</summary>
    private static IEnumerable<string> ReadmeFindings()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "samples", "QuotaService", "README.md"));
        var section = readme.Split("\n## ").Single(part => part.StartsWith("Findings\n", StringComparison.Ordinal));
        var rows = FindingRow().Matches(section);
        Assert.NotEmpty(rows);
        var rules = RulesWithAnalyzer();
        return rows.Where(row => rules.Contains(row.Groups["rule"].Value))
            .Select(row => $"{row.Groups["rule"].Value} samples/QuotaService/{row.Groups["file"].Value}");
    }

    private static IReadOnlySet<string> RulesWithAnalyzer() =>
        typeof(ReviewAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<title>\S[^\n]*?) ─{3,} ", RegexOptions.Multiline)]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"^\| (?<file>[^| ]+\.cs) \| [^|]+ \| (?<rule>SECR\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex FindingRow();
}
