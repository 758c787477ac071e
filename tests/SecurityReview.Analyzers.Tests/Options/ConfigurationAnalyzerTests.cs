using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Options;

public class ConfigurationAnalyzerTests
{
    private const string AnyCode = "class C { }";

    [Fact]
    public Task ValueThatIsNotAccepted_Reports() =>
        Verify<ConfigurationAnalyzer>.ReportsAsync(
            AnyCode,
            Setting.Default with { Options = "security_review.include_test_projects = perhaps" },
            Finding("'perhaps' is no value of the option 'security_review.include_test_projects'; accepted: true or false"));

    [Fact]
    public Task UnknownOption_Reports() =>
        Verify<ConfigurationAnalyzer>.ReportsAsync(
            AnyCode,
            Setting.Default with { Options = "security_review.includ_test_projects = true" },
            Finding("The option 'security_review.includ_test_projects' is unknown; see the pages of the rules for the options that exist"));

    [Fact]
    public Task SameBadValueInManyFiles_ReportsOnce() =>
        Verify<ConfigurationAnalyzer>.ReportsAsync(
            AnyCode,
            Setting.Default with
            {
                Options = "security_review.include_test_projects = 1",
                MoreSources = [("/0/Other.cs", "class D { }"), ("/0/More.cs", "class E { }")],
            },
            Finding("'1' is no value of the option 'security_review.include_test_projects'; accepted: true or false"));

    [Theory]
    [InlineData("")]
    [InlineData("security_review.include_test_projects = true")]
    [InlineData("security_review.include_test_projects = FALSE")]
    [InlineData("dotnet_diagnostic.SECR5001.severity = none")]
    public Task GoodOptions_AreSilent(string options) =>
        Verify<ConfigurationAnalyzer>.IsSilentAsync(AnyCode, Setting.Default with { Options = options });

    private static DiagnosticResult Finding(string message) =>
        new DiagnosticResult(Descriptors.InvalidConfiguration).WithMessage(message);
}
