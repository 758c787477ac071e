using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;

namespace SecurityReview.Analyzers.Tests.Todo;

/// <summary>Who says it, in which kind of comment: where a TODO is found.</summary>
public class UntrackedTodoAnalyzerTests
{
    public static TheoryData<DocumentationMode> Modes => new(DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose);

    [Theory]
    [InlineData("TODO")]
    [InlineData("FIXME")]
    [InlineData("HACK")]
    [InlineData("XXX")]
    [InlineData("BUG")]
    [InlineData("LATER")]
    [Clause(RuleIds.UntrackedTodo, "tag", Verdict.Reports)]
    public Task EveryTag_Reports(string tag) => ReportsAsync($"// [|{tag}: check the quota|]");

    [Fact]
    public Task TagThatIsNoWord_IsFound() => ReportsAsync("// [|TO-DO: slow|]", Setting.Default with { Options = "security_review.todo.tags = TO-DO" });

    [Fact]
    [Clause(RuleIds.UntrackedTodo, "tag", Verdict.Reports)]
    public Task TagOfTheOption_Reports() =>
        ReportsAsync("// [|PERF: slow|]\n// TODO: no tag here", Setting.Default with { Options = "security_review.todo.tags = PERF, REVISIT" });

    [Theory]
    [InlineData("// NOTE: the quota is checked by the caller")]
    [InlineData("// The quota is checked by the caller.")]
    [InlineData("//")]
    [Clause(RuleIds.UntrackedTodo, "tag", Verdict.IsSilent)]
    public Task OtherComment_IsSilent(string comment) => IsSilentAsync(comment);

    [Theory]
    [InlineData("//[|TODO check|]")]
    [InlineData("//   [|TODO check|]   ")]
    [InlineData("int x = 1; // [|TODO: check|]")]
    [InlineData("//// [|TODO: check|]")]
    [InlineData("// // [|TODO: check|]")]
    [InlineData("/// [|TODO: check|]\nvoid M() { }")]
    [Clause(RuleIds.UntrackedTodo, "line-start", Verdict.Reports)]
    [Clause(RuleIds.UntrackedTodo, "line-comment", Verdict.Reports)]
    public Task StartOfLineComment_Reports(string comment) => ReportsAsync(comment);

    [Theory]
    [InlineData("// see the TODO: above")]
    [InlineData("// no TODO")]
    [InlineData("// \"TODO\" marks open work")]
    [InlineData("/* remove every TODO\n   once done, TODO: or not */")]
    [InlineData("/// <summary>Lists every TODO: of a file.</summary>\nvoid M() { }")]
    [InlineData("/// <summary><c>TODO: check</c> is a comment.</summary>\nvoid M() { }")]
    [InlineData("/// <code>TODO: your code here</code>\nvoid M() { }")]
    [InlineData("/// <code>\n/// // TODO: your code here\n/// </code>\nvoid M() { }")]
    [InlineData("/// <code>\n///     Run(); // TODO: your code here\n/// </code>\nvoid M() { }")]
    [Clause(RuleIds.UntrackedTodo, "line-start", Verdict.IsSilent)]
    [Clause(RuleIds.UntrackedTodo, "line-comment", Verdict.IsSilent)]
    public Task MiddleOfLine_IsSilent(string comment) => IsSilentAsync(comment);

    [Theory]
    [InlineData("string s = \"// TODO: check\";")]
    [InlineData("string s = @\"\n// TODO: check\n\";")]
    [InlineData("string s = \"\"\"\n    /* TODO: check */\n    \"\"\";")]
    [InlineData("int TODO = 1;")]
    [InlineData("#if NEVER\n// TODO: check\n#endif")]
    [InlineData("#region TODO: check\n#endregion")]
    [Clause(RuleIds.UntrackedTodo, "line-comment", Verdict.IsSilent)]
    public Task NoComment_IsSilent(string code) => IsSilentAsync(code);

    [Theory]
    [InlineData("/* [|TODO: check|] */")]
    [InlineData("/*[|TODO check|]*/")]
    [InlineData("/* first\n   [|TODO: check|]\n   last */")]
    [InlineData("/*\n * first\n * [|TODO: check|]\n * last\n */")]
    [InlineData("/*\n *\t[|TODO: check|] */")]
    [InlineData("int x = /* [|TODO: check|] */ 1;")]
    [InlineData("/**************\n * [|TODO: check|]\n **************/")]
    [Clause(RuleIds.UntrackedTodo, "block-comment", Verdict.Reports)]
    public Task BlockComment_Reports(string comment) => ReportsAsync(comment);

    [Theory]
    [InlineData("/* what is\n   still TODO */")]
    [InlineData("/*\n * TODO(ann): check\n */")]
    [Clause(RuleIds.UntrackedTodo, "block-comment", Verdict.IsSilent)]
    public Task BlockComment_IsSilent(string comment) => IsSilentAsync(comment);

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.UntrackedTodo, "doc-comment", Verdict.Reports)]
    public Task DocumentationComment_ReportsInEveryMode(DocumentationMode mode) =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            """
            /// <summary>[|TODO: describe|]</summary>
            /// <remarks>
            /// <para>[|TODO: explain <see cref="C"/>|]</para>
            /// [|FIXME check|]
            /// </remarks>
            class C
            {
                /** <summary>
                 * [|HACK: quick|]
                 * </summary> */
                void M()
                {
                }

                /** [|BUG one line|] */
                int P { get; }

                /// [|XXX|]
            }
            """,
            Setting.Default with { DocumentationMode = mode });

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.UntrackedTodo, "doc-comment", Verdict.IsSilent)]
    public Task DocumentationComment_IsSilentInEveryMode(DocumentationMode mode) =>
        Verify<UntrackedTodoAnalyzer>.IsSilentAsync(
            """
            /// <summary>The TODO list of a user.</summary>
            /// <remarks>TODO(ann): explain</remarks>
            /// <remarks><TODO/></remarks>
            class C
            {
                /** <summary>
                 * HACK: quick
                 * see https://example.org/issues/7
                 * </summary> */
                void M()
                {
                }
            }
            """,
            Setting.Default with { DocumentationMode = mode });

    [Theory]
    [InlineData("// [|TODO|]")]
    [InlineData("// [|TODO, check|]")]
    [InlineData("// [|TODO 2 things|]")]
    [InlineData("// [|TODO! check|]")]
    [InlineData("// [|TODO🔥 fix|]")]
    [InlineData("// [|TODO修正する|]")]
    [InlineData("// [|TODO：修正|]")]
    [Clause(RuleIds.UntrackedTodo, "word", Verdict.Reports)]
    public Task WholeWord_Reports(string comment) => ReportsAsync(comment);

    [Theory]
    [InlineData("// TODOS are listed here")]
    [InlineData("// TODO_LIST is the name")]
    [InlineData("// XXX-XXXX is the mask")]
    [InlineData("// BUG2: the second one")]
    [InlineData("// HACKED")]
    [InlineData("// LATER.Run")]
    [InlineData("// TODO = 5;")]
    [InlineData("// TODO's are listed here")]
    [Clause(RuleIds.UntrackedTodo, "word", Verdict.IsSilent)]
    public Task PartOfAWord_IsSilent(string comment) => IsSilentAsync(comment);

    [Theory]
    [InlineData("// [|todo: check|]")]
    [InlineData("// [|Todo: check|]")]
    [InlineData("// [|todo(): check|]")]
    [InlineData("// [|Fixme: check|]")]
    [Clause(RuleIds.UntrackedTodo, "case", Verdict.Reports)]
    public Task AnyCaseBeforeColonOrParenthesis_Reports(string comment) => ReportsAsync(comment);

    [Theory]
    [InlineData("// Later the value is read.")]
    [InlineData("// todo list of the user")]
    [InlineData("// Bug reports go here.")]
    [InlineData("// Hack : no colon at the word")]
    [Clause(RuleIds.UntrackedTodo, "case", Verdict.IsSilent)]
    public Task OtherCaseAsAWord_IsSilent(string comment) => IsSilentAsync(comment);

    [Fact]
    public Task EveryPlaceOfCode_Reports() =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            """
            // [|TODO file|]
            using System;
            using System.Threading.Tasks;

            #pragma warning disable CS0168 // [|TODO pragma|]

            // [|TODO program|]
            Func<int, int> twice = x =>
            {
                // [|TODO lambda|]
                return x * 2;
            };
            Console.WriteLine(Local(twice(arg /* [|TODO argument|] */: 1)));
            await new C().RunAsync();

            int Local(int y)
            {
                // [|TODO local function|]
                return y; // [|TODO behind|]
            }

            class C // [|TODO class|]
            {
                public async Task RunAsync()
                {
                    await Task.Yield();
                    // [|TODO before brace|]
                }
            }
            // [|TODO end|]
            """,
            Setting.Program);

    [Theory]
    [InlineData("class C { void M( { // [|TODO: check|]\n")]
    [InlineData("class C { /* [|TODO: check|]\n")]
    [InlineData("class C { /* [|TODO: check|]")]
    [InlineData("/// <summary>[|TODO: check|]\nclass C {")]
    [InlineData("class C { int x = ] ) // [|TODO: skipped|]\n } }")]
    [InlineData("#if // [|TODO: condition|]\n#endif")]
    public Task HalfTypedCode_Reports(string code) =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(code, Setting.Default with { Broken = true });

    [Theory]
    [InlineData("class C { string s = \"// TODO: check\n")]
    [InlineData("/*/ TODO(ann) ")]
    [InlineData("/")]
    [InlineData("")]
    public Task HalfTypedCode_IsSilent(string code) =>
        Verify<UntrackedTodoAnalyzer>.IsSilentAsync(code, Setting.Default with { Broken = true });

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public Task EveryLineEnding_Reports(string ending) =>
        ReportsAsync($"// [|TODO: check|]{ending}/* one{ending} * [|FIXME two|]{ending} */{ending}/// [|HACK three|]{ending}int x;");

    [Fact]
    public Task TestProject_IsSilent() =>
        IsSilentAsync("// TODO: check", Setting.Default with { GlobalOptions = "build_property.IsTestProject = true" });

    [Fact]
    public Task Message_SaysWhatWhereAndRemedy() =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync(
            "// {|#0:TODO: check the quota of the project before the user's own one is looked at|}",
            new DiagnosticResult(Descriptors.UntrackedTodo).WithLocation(0).WithMessage(
                "TODO 'check the quota of the project before the user's own one is…' has no owner or ticket; name one, so that the work is not forgotten"));

    private static Task ReportsAsync(string body, Setting? setting = null) =>
        Verify<UntrackedTodoAnalyzer>.ReportsAsync($"class C\n{{\n{body}\n}}", setting ?? Setting.Default);

    private static Task IsSilentAsync(string body, Setting? setting = null) =>
        Verify<UntrackedTodoAnalyzer>.IsSilentAsync($"class C\n{{\n{body}\n}}", setting);
}
