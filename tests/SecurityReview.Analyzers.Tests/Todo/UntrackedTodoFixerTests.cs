using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;
using SecurityReview.CodeFixes.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

public class UntrackedTodoFixerTests
{
    [Theory]
    [InlineData("// [|TODO: check|]", "// TODO(owner): check")]
    [InlineData("//[|TODO check the quota|]  ", "//TODO(owner): check the quota  ")]
    [InlineData("// [|todo: check|]", "// todo(owner): check")]
    [InlineData("// [|TODO - check|]", "// TODO(owner): check")]
    [InlineData("// [|TODO|]", "// TODO(owner):")]
    [InlineData("// [|TODO(): check|]", "// TODO(owner): check")]
    [InlineData("// [|TODO(2030-01-31): check|]", "// TODO(owner, 2030-01-31): check")]
    [InlineData("// [|TODO(should this be public at all?)|]", "// TODO(owner): (should this be public at all?)")]
    [InlineData("// [|TODO: use {text} and {tag}|]", "// TODO(owner): use {text} and {tag}")]
    [InlineData("/* [|TODO: 修正 🔥|] */", "/* TODO(owner): 修正 🔥 */")]
    [InlineData("/* one\n * [|FIXME two|]\n * three */", "/* one\n * FIXME(owner): two\n * three */")]
    [InlineData("int x = 1; /* [|HACK: quick|] */ // kept", "int x = 1; /* HACK(owner): quick */ // kept")]
    [InlineData("/* [|TODO|]*/", "/* TODO(owner):*/")]
    public Task Comment_IsRepaired(string before, string after) =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync($"class C\n{{\n    {before}\n}}\n", $"class C\n{{\n    {after}\n}}\n");

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    public Task DocumentationComment_IsRepaired(DocumentationMode mode) =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync(
            """
            /// <summary>[|TODO: describe <see cref="C"/>|]</summary>
            /// <remarks>
            /// [|FIXME explain|]
            /// </remarks>
            class C
            {
                /** <summary>
                 * [|HACK: quick|]
                 * </summary> */
                void M()
                {
                }
            }
            """,
            """
            /// <summary>TODO(owner): describe <see cref="C"/></summary>
            /// <remarks>
            /// FIXME(owner): explain
            /// </remarks>
            class C
            {
                /** <summary>
                 * HACK(owner): quick
                 * </summary> */
                void M()
                {
                }
            }
            """,
            Setting.Default with { DocumentationMode = mode });

    [Fact]
    public Task IdenticalTexts_AreAllRepaired() =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync(
            "// [|TODO: check|]\nclass C\n{\n    /* TODO: check */\n    int x; // TODO : check\n    /// TODO check\n    int y;\n}\n",
            "// TODO(owner): check\nclass C\n{\n    /* TODO(owner): check */\n    int x; // TODO(owner): check\n    /// TODO(owner): check\n    int y;\n}\n");

    [Fact]
    public Task FileWithCarriageReturns_KeepsThem() =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync(
            "// [|TODO: check|]\r\nclass C\r\n{\r\n    /* one\r\n     * [|BUG two|]\r\n     */\r\n}\r\n",
            "// TODO(owner): check\r\nclass C\r\n{\r\n    /* one\r\n     * BUG(owner): two\r\n     */\r\n}\r\n");

    [Fact]
    public Task UnterminatedComment_IsRepaired() =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync(
            "class C { }\n/* [|TODO: check|]", "class C { }\n/* TODO(owner): check", Setting.Default with { Broken = true });

    [Theory]
    [InlineData("ticket", "[|TODO(ann): check|]", "TODO(ann, ticket): check")]
    [InlineData("owner, ticket", "[|TODO: check|]", "TODO(owner, ticket): check")]
    [InlineData("owner, ticket", "[|TODO: check #12|]", "TODO(owner): check #12")]
    [InlineData("owner, ticket, due", "[|TODO(#12): check|]", "TODO(owner, #12, due): check")]
    [InlineData("due", "[|TODO(ann): check|]", "TODO(ann, due): check")]
    public Task RequiredDetails_AreRepaired(string required, string before, string after) =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync(
            $"// {before}\n", $"// {after}\n", Setting.Default with { Options = $"security_review.todo.require = {required}" });

    [Theory]
    [InlineData("{tag}[{owner}, {ticket}] {text}", "TODO: check", "TODO[owner, ticket] check", false)]
    [InlineData("{tag}({owner}, {ticket}) {text}", "TODO: check", "TODO(owner, ticket) check", true)]
    [InlineData("{tag}({owner}, {ticket}) {text}", "TODO(ann): check", "TODO(ann, ticket) check", true)]
    [InlineData("{tag}({owner}, {ticket}, due {due}): {text}", "TODO: check by 2030-01-31", "TODO(owner, ticket, due 2030-01-31): check by 2030-01-31", true)]
    [InlineData("{tag}: {text} (@{owner})", "TODO: check", "TODO: check (@owner)", false)]
    [Clause(RuleIds.UntrackedTodo, "template", Verdict.Reports)]
    public Task Template_IsRepaired(string template, string before, string after, bool requireBoth) =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync(
            $"// [|{before}|]\n",
            $"// {after}\n",
            Setting.Default with { Options = $"security_review.todo.template = {template}\nsecurity_review.todo.require = {(requireBoth ? "owner, ticket" : "owner")}" });

    [Theory]
    [InlineData("{tag} {owner}: {text}")]
    [InlineData("{tag}: {text}")]
    public Task TemplateWhoseResultIsStillUntracked_OffersNothing(string template) =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.OffersNothingAsync(
            "// [|TODO: check|]\n", Setting.Default with { Options = $"security_review.todo.template = {template}" });

    [Fact]
    public Task TemplateThatWouldLoseADetail_OffersNothing() =>
        VerifyFix<UntrackedTodoAnalyzer, UntrackedTodoFixer>.OffersNothingAsync(
            "// [|TODO(2030-01-31): check|]\n", Setting.Default with { Options = "security_review.todo.template = {tag}({owner}): {text}" });

    [Theory]
    [InlineData("// TODO(owner): check")]
    [InlineData("/* TODO(owner): */")]
    [Clause(RuleIds.UntrackedTodo, "template", Verdict.IsSilent)]
    public Task RepairedComment_IsSilent(string comment) =>
        Verify<UntrackedTodoAnalyzer>.IsSilentAsync(comment, Setting.Default with { Options = "security_review.todo.template = {tag}({owner}) {text}" });

    [Fact]
    public Task FirstFindingWithoutRepair_LaterOnesAreRepaired() =>
        NullKeyFixAll<UntrackedTodoAnalyzer, UntrackedTodoFixer>.RepairsAsync(
            "// TODO(2030-01-31): one\n// TODO: two\n/* TODO: three */\n",
            "// TODO(2030-01-31): one\n// TODO(owner): two\n/* TODO(owner): three */\n",
            Setting.Default with { Options = "security_review.todo.template = {tag}({owner}): {text}" });
}
