using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>What the options of the family do not accept is said, and the rest goes on.</summary>
public class TodoOptionTests
{
    [Theory]
    [InlineData("todo.ticket_pattern", "(")]
    [InlineData("todo.ticket_pattern", "[a-")]
    [InlineData("todo.today", "tomorrow")]
    [InlineData("todo.today", "2026-02-30")]
    [InlineData("todo.require", "owner, priority")]
    [InlineData("todo.template", "{text}")]
    [InlineData("todo.collapse", "often")]
    [InlineData("todo.inactive_regions", "maybe")]
    [InlineData("suppression.min_words", "0")]
    [InlineData("suppression.min_words", "three")]
    public async Task WrongValue_IsReported(string option, string value)
    {
        var test = new Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest<ConfigurationAnalyzer, Microsoft.CodeAnalysis.Testing.DefaultVerifier> { TestCode = "class C;" };
        TestSetup.Configure(test, test.TestState, Setting.Default with { Options = $"security_review.{option} = {value}" });
        var accepted = ReviewOptions.All.Single(item => item.Name == option).Accepted;
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.InvalidConfiguration).WithMessage(
            $"'{value}' is no value of the option 'security_review.{option}'; accepted: {accepted}"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("todo.ticket_pattern", @"\bgh/\d+")]
    [InlineData("todo.today", "2026-01-31")]
    [InlineData("todo.security_words", "payout*, card number")]
    [InlineData("todo.inactive_regions", "true")]
    [InlineData("suppression.min_words", "3")]
    public Task RightValue_IsSilent(string option, string value) =>
        Verify<ConfigurationAnalyzer>.IsSilentAsync("class C;", Setting.Default with { Options = $"security_review.{option} = {value}" });

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("27.11.2026")]
    public Task DayOfTheBuildThatIsNone_IsReported(string value) =>
        Verify<ConfigurationAnalyzer>.ReportsAsync(
            "class C;",
            Setting.Default with { GlobalOptions = $"build_property.SecurityReviewToday = {value}" },
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.InvalidConfiguration).WithMessage(
                $"'{value}' is no value of the build property 'SecurityReviewToday'; accepted: a day written as 2026-01-31"));

    [Theory]
    [InlineData("2026-11-27")]
    [InlineData("")]
    public Task DayOfTheBuild_IsSilent(string value) =>
        Verify<ConfigurationAnalyzer>.IsSilentAsync("class C;", Setting.Default with { GlobalOptions = $"build_property.SecurityReviewToday = {value}" });

    [Fact]
    public Task BadPattern_LeavesTheBuiltInForms() =>
        Verify<Analyzers.Todo.SecurityTodoAnalyzer>.ReportsAsync(
            "// [|TODO: encrypt|]\n// TODO(#12): encrypt\n", Setting.Default with { Options = "security_review.todo.ticket_pattern = (" });
}
