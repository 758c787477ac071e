using System.Reflection;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Repository;

/// <summary>
/// Every condition, every "silent" and every option of a rule is a clause, listed as <c>key: text</c> in a file per rule; each has at
/// least one reporting and one silent test of its own.
/// </summary>
public class ClauseListTests
{
    private static readonly string s_folder =
        Path.Combine(TestReferences.RepositoryRoot, "tests", "SecurityReview.Analyzers.Tests", "Repository", "Clauses");

    public static TheoryData<string> Rules =>
        new(Descriptors.All.Select(descriptor => descriptor.Id).Where(id => id != RuleIds.InvalidConfiguration));

    [Theory]
    [MemberData(nameof(Rules))]
    public void EveryClause_HasAReportingAndASilentTest(string rule)
    {
        var clauses = ClausesOf(rule);
        Assert.NotEmpty(clauses);
        var tests = ListedTests().Where(test => test.Rule == rule).ToList();
        var missing =
            from clause in clauses
            from verdict in Enum.GetValues<Verdict>()
            where !tests.Any(test => test.Clause == clause && test.Verdict == verdict)
            select $"{clause}: no test {verdict}";
        Assert.Empty(missing);
    }

    [Fact]
    public void EveryListedTest_NamesAClauseThatExists()
    {
        var unknown = ListedTests().Where(test => !ClausesOf(test.Rule).Contains(test.Clause)).Select(test => $"{test.Rule} {test.Clause}");
        Assert.Empty(unknown);
    }

    private static List<string> ClausesOf(string rule)
    {
        var file = Path.Combine(s_folder, rule + ".txt");
        Assert.True(File.Exists(file), $"The clauses of {rule} are not listed in {file}.");
        return [.. File.ReadLines(file).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)].Trim())];
    }

    private static IEnumerable<ClauseAttribute> ListedTests() =>
        typeof(ClauseListTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<ClauseAttribute>());
}
