using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Repository;

public class DescriptorTests
{
    /// <summary>Rules without a fixer, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_withoutFixer = new(StringComparer.Ordinal)
    {
        [RuleIds.ExpiredTodo] = "Only a person knows whether the work is done or may wait; a new date that a program wrote would be made up.",
        [RuleIds.InvalidConfiguration] = "The finding is in a configuration file, where no code fix can reach; the message names the accepted values.",
        [RuleIds.BudgetUsedUp] = "Nothing is known of the place, so there is nothing to repair; the member that is too large is named.",
    };

    [Fact]
    public void Ids_AreUniqueAndDeclaredOnce()
    {
        var declared = typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal);
        Assert.Equal(declared, Descriptors.All.Select(descriptor => descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(RuleSet.Ids), MemberType = typeof(RuleSet))]
    public void EveryRule_IsReportedByOneAnalyzer(string id) => Assert.NotNull(RuleSet.AnalyzerOf(id));

    [Theory]
    [MemberData(nameof(RuleSet.Ids), MemberType = typeof(RuleSet))]
    public void EveryRule_HasAFixerOrAReason(string id) =>
        Assert.True(RuleSet.HasFixer(id) != s_withoutFixer.ContainsKey(id), $"{id} needs a fixer or a reason why it has none, not both.");

    [Theory]
    [MemberData(nameof(RuleSet.Ids), MemberType = typeof(RuleSet))]
    public void EveryText_IsWellFormed(string id)
    {
        var descriptor = RuleSet.Descriptor(id);
        var title = descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(title.EndsWith('.'), "A title has no full stop.");
        Assert.Equal(Descriptors.FamilyOf(id).ToString(), descriptor.Category);
        Assert.Equal($"{Descriptors.HelpRoot}{id}.md", descriptor.HelpLinkUri);
        Assert.NotEmpty(descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void EveryRule_IsListedInTheReleaseNotes()
    {
        var folder = Path.Combine(TestReferences.RepositoryRoot, "src", "SecurityReview.Analyzers");
        var notes = File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Shipped.md")) + File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Unshipped.md"));
        Assert.All(Descriptors.All, descriptor => Assert.Contains($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}", notes, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryAnalyzer_StandsOnTheSharedBase() =>
        Assert.All(RuleSet.Analyzers.Where(analyzer => analyzer is not ConfigurationAnalyzer), analyzer => Assert.IsAssignableFrom<ReviewAnalyzer>(analyzer));

    [Fact]
    public void EveryFixer_IsExportedAndFixesAll() =>
        Assert.All(RuleSet.Fixers, fixer =>
        {
            Assert.NotNull(fixer.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>());
            Assert.Equal(
                [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution],
                fixer.GetFixAllProvider()!.GetSupportedFixAllScopes().Order());
        });
}
