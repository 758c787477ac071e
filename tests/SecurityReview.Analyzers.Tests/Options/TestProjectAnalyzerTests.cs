using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;

namespace SecurityReview.Analyzers.Tests.Options;

/// <summary>Test projects are passed over unless somebody wants them judged; the base of all analyzers sees to it.</summary>
public class TestProjectAnalyzerTests
{
    private const string TestProject = "build_property.IsTestProject = true";

    private const string Finding = "// [|TODO check|]";

    private const string NoFinding = "// TODO check";

    [Fact]
    public Task TestProject_IsSilent() =>
        Verify<UntrackedTodoAnalyzer>.IsSilentAsync(NoFinding, Setting.Default with { GlobalOptions = TestProject });

    [Fact]
    public Task TestProjectExplicitlyNotIncluded_IsSilent() =>
        Verify<UntrackedTodoAnalyzer>.IsSilentAsync(
            NoFinding, Setting.Default with { GlobalOptions = TestProject, Options = "security_review.include_test_projects = false" });

    [Fact]
    public Task TestProjectIncludedByEditorConfig_Reports() =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            Finding, Setting.Default with { GlobalOptions = TestProject, Options = "security_review.include_test_projects = true" });

    [Fact]
    public Task TestProjectIncludedByGlobalConfig_Reports() =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            Finding, Setting.Default with { GlobalOptions = TestProject + "\nsecurity_review.include_test_projects = true" });
}
