using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>Owners, tickets, dates, and the options: which TODO counts as tracked.</summary>
public class TrackedTodoAnalyzerTests
{
    [Theory]
    [InlineData("TODO(ann): check")]
    [InlineData("TODO(Ann Miller): check")]
    [InlineData("TODO (ann): check")]
    [InlineData("TODO[ann]: check")]
    [InlineData("todo(@ann) check")]
    [InlineData("TODO(ann, 2030-01-31): check")]
    [InlineData("TODO(owner): check")]
    [Clause(RuleIds.UntrackedTodo, "owner-name", Verdict.IsSilent)]
    public Task NameInParentheses_IsSilent(string todo) => IsSilentAsync(todo);

    [Theory]
    [InlineData("TODO(): check")]
    [InlineData("TODO( , ): check")]
    [InlineData("TODO(2030-01-31): check")]
    [InlineData("TODO(should this be public at all?)")]
    [InlineData("TODO (ann) is not here today")]
    [InlineData("TODO(unclosed: check")]
    [Clause(RuleIds.UntrackedTodo, "owner-name", Verdict.Reports)]
    public Task NoNameInParentheses_Reports(string todo) => ReportsAsync(todo);

    [Theory]
    [InlineData("TODO: check @ann")]
    [InlineData("TODO @ann-miller check")]
    [InlineData("TODO: ask (@ann).")]
    [InlineData("TODO: ask ann.miller@example.org")]
    [InlineData("TODO: check\n// and ask @ann about it")]
    [Clause(RuleIds.UntrackedTodo, "owner-mention", Verdict.IsSilent)]
    public Task Mention_IsSilent(string todo) => IsSilentAsync(todo);

    [Theory]
    [InlineData("TODO: replace @Html.Raw")]
    [InlineData("TODO: call @Url(x)")]
    [InlineData("TODO: price @ 5")]
    [InlineData("TODO: @1 is wrong")]
    [InlineData("TODO: a@b")]
    [Clause(RuleIds.UntrackedTodo, "owner-mention", Verdict.Reports)]
    public Task NoMention_Reports(string todo) => ReportsAsync(todo);

    [Theory]
    [InlineData("TODO: check, see #123")]
    [InlineData("TODO(#123): check")]
    [InlineData("TODO #123 check")]
    [InlineData("TODO: runtime#42")]
    [InlineData("TODO(123): check")]
    [InlineData("BUG 1234: crash")]
    [InlineData("TODO: check\n// (#123)")]
    [Clause(RuleIds.UntrackedTodo, "ticket-number", Verdict.IsSilent)]
    public Task IssueNumber_IsSilent(string todo) => IsSilentAsync(todo);

    [Theory]
    [InlineData("TODO: use C#12 here")]
    [InlineData("TODO: colour #12ab34")]
    [InlineData("TODO: &#39; is not decoded")]
    [InlineData("TODO: # 12")]
    [InlineData("TODO: 100 rows are too many")]
    [InlineData("TODO: check\n//\n// see #123")]
    [InlineData("TODO: check\nint other; // see #123")]
    [Clause(RuleIds.UntrackedTodo, "ticket-number", Verdict.Reports)]
    public Task NoIssueNumber_Reports(string todo) => ReportsAsync(todo);

    [Theory]
    [InlineData("TODO: QUOTA-17 check")]
    [InlineData("TODO(QUOTA-17): check")]
    [InlineData("TODO: UTF-8 only, see ABC-1.")]
    [InlineData("BUG-123 crash")]
    [Clause(RuleIds.UntrackedTodo, "ticket-key", Verdict.IsSilent)]
    public Task KeyOfATracker_IsSilent(string todo) => IsSilentAsync(todo);

    [Theory]
    [InlineData("TODO: quota-17 check")]
    [InlineData("TODO: A-1 sheet")]
    [InlineData("TODO: ABC-1x")]
    [InlineData("TODO: use X-FORWARDED-1")]
    [Clause(RuleIds.UntrackedTodo, "ticket-key", Verdict.Reports)]
    public Task NoKeyOfATracker_Reports(string todo) => ReportsAsync(todo);

    [Theory]
    [InlineData("TODO: see https://example.org/issues/7.")]
    [InlineData("TODO(http://example.org/7): check")]
    [InlineData("TODO: check\n//   (https://example.org/issues/7)")]
    [Clause(RuleIds.UntrackedTodo, "ticket-address", Verdict.IsSilent)]
    public Task Address_IsSilent(string todo) => IsSilentAsync(todo);

    [Theory]
    [InlineData("TODO: switch to https:// everywhere")]
    [InlineData("TODO: https is missing")]
    [InlineData("TODO: check\n\n// see https://example.org/issues/7")]
    [Clause(RuleIds.UntrackedTodo, "ticket-address", Verdict.Reports)]
    public Task NoAddress_Reports(string todo) => ReportsAsync(todo);

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("ISO-8601")]
    [InlineData("SHA-256")]
    [InlineData("RFC-7231")]
    [InlineData("AES-256")]
    [Clause(RuleIds.UntrackedTodo, "standards", Verdict.Reports)]
    public Task NameOfAStandard_Reports(string standard) => ReportsAsync($"TODO: support {standard} here");

    [Fact]
    [Clause(RuleIds.UntrackedTodo, "standards", Verdict.IsSilent)]
    public Task StandardNextToATicket_IsSilent() => IsSilentAsync("TODO: ISO-8601 and RFC-3339, see DATES-4");

    [Fact]
    [Clause(RuleIds.UntrackedTodo, "identical", Verdict.Reports)]
    public Task IdenticalTexts_AreOneFindingWithACount() =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            """
            // {|#0:TODO: check|}
            class C
            {
                /* {|#1:TODO: check|} */
                int x; // {|#3:TODO: check it|}

                /// <summary>{|#2:TODO: check|}</summary>
                int y;
            }
            """,
            new DiagnosticResult(Descriptors.UntrackedTodo).WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
                "TODO 'check' has no owner or ticket (3 times in this file); name one, so that the work is not forgotten"),
            new DiagnosticResult(Descriptors.UntrackedTodo).WithLocation(3).WithMessage(
                "TODO 'check it' has no owner or ticket; name one, so that the work is not forgotten"));

    [Fact]
    [Clause(RuleIds.UntrackedTodo, "identical", Verdict.Reports)]
    public Task IdenticalTextsWithoutCollapse_AreFindingsOfTheirOwn() =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            "// [|TODO: check|]\n\n// [|TODO: check|]\n",
            Setting.Default with { Options = "security_review.todo.collapse = false" });

    [Fact]
    [Clause(RuleIds.UntrackedTodo, "identical", Verdict.IsSilent)]
    public Task IdenticalTextsThatAreTracked_AreSilent() =>
        IsSilentAsync("TODO(ann): check\n\n// TODO(ann): check");

    [Theory]
    [InlineData("owner", "TODO: #12 check")]
    [InlineData("ticket", "TODO(ann): check")]
    [InlineData("due", "TODO(ann, #12): since 2020-01-01")]
    [InlineData("owner, ticket", "TODO: #12 check")]
    [InlineData("owner, ticket, due", "TODO(ann, #12): until 2030-13-01")]
    [Clause(RuleIds.UntrackedTodo, "require", Verdict.Reports)]
    public Task RequiredDetailMissing_Reports(string required, string todo) => ReportsAsync(todo, $"security_review.todo.require = {required}");

    [Theory]
    [InlineData("owner", "TODO(ann): check")]
    [InlineData("ticket", "TODO: #12 check")]
    [InlineData("ticket", "TODO(ticket): check")]
    [InlineData("due", "TODO: remove by 2030-01-31")]
    [InlineData("due", "TODO(2030-01-31): check")]
    [InlineData("due", "TODO(due 2030-01-31): check")]
    [InlineData("owner, ticket, due", "TODO(ann, #12): check\n// before 2030-01-31")]
    [InlineData("", "TODO(ann): check")]
    [Clause(RuleIds.UntrackedTodo, "require", Verdict.IsSilent)]
    public Task RequiredDetailsGiven_AreSilent(string required, string todo) => IsSilentAsync(todo, $"security_review.todo.require = {required}");

    [Theory]
    [InlineData("TODO: #12 check")]
    [InlineData("TODO: ABC-1 check")]
    [InlineData("TODO: https://example.org/7")]
    [Clause(RuleIds.UntrackedTodo, "ticket-pattern", Verdict.Reports)]
    public Task OtherTicketThanThePattern_Reports(string todo) => ReportsAsync(todo, @"security_review.todo.ticket_pattern = \bgh/\d+");

    [Theory]
    [InlineData("TODO: gh/12 check")]
    [InlineData("TODO(gh/12): check")]
    [Clause(RuleIds.UntrackedTodo, "ticket-pattern", Verdict.IsSilent)]
    public Task TicketOfThePattern_IsSilent(string todo) => IsSilentAsync(todo, @"security_review.todo.ticket_pattern = \bgh/\d+");

    [Fact]
    public async Task PatternThatRunsAway_IsTriedOnceAndSilent()
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(i => $"// TODO: {i} {new string('a', 40)}!\n\n"));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Verify<UntrackedTodoAnalyzer>.IsSilentAsync(lines, Setting.Default with { Options = "security_review.todo.ticket_pattern = (a+)+$" });
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    private static Task ReportsAsync(string todo, string options = "")
    {
        var end = todo.IndexOf('\n', StringComparison.Ordinal) is var line && line < 0 ? todo.Length : line;
        return Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            $"class C\n{{\n// [|{todo[..end]}|]{todo[end..]}\n}}", Setting.Default with { Options = options });
    }

    private static Task IsSilentAsync(string todo, string options = "") =>
        Verify<UntrackedTodoAnalyzer>.IsSilentAsync($"class C\n{{\n// {todo}\n}}", Setting.Default with { Options = options });
}
