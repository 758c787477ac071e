using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo;
using SecurityReview.Analyzers.Todo.Expiry;

namespace SecurityReview.Analyzers.Tests.Todo;

public class ExpiredTodoAnalyzerTests
{
    private const string Today = "security_review.todo.today = 2026-06-15";

    public static TheoryData<DocumentationMode> Modes => new(DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose);

    [Theory]
    [InlineData("TODO: due 2026-06-14")]
    [InlineData("TODO: by 2026-01-31 this must go")]
    [InlineData("TODO: works until 2026-01-31")]
    [InlineData("TODO: remove before 2026-01-31, see #12")]
    [InlineData("TODO: expires: 2026-01-31")]
    [InlineData("TODO(ann): check\n// and remove it, due 2026-01-31")]
    [Clause(RuleIds.ExpiredTodo, "date-word", Verdict.Reports)]
    public Task DateAfterAWord_Reports(string todo) => ReportsAsync(todo, Today);

    [Theory]
    [InlineData("TODO: since 2026-01-31")]
    [InlineData("TODO: 2026-01-31 was a Saturday")]
    [InlineData("TODO: by 31.01.2026")]
    [InlineData("TODO: by 2026-02-31")]
    [InlineData("TODO: standby 2026-01-31")]
    [InlineData("TODO: by 2026-01-311")]
    [Clause(RuleIds.ExpiredTodo, "date-word", Verdict.IsSilent)]
    public Task OtherDate_IsSilent(string todo) => IsSilentAsync(todo, Today);

    [Theory]
    [InlineData("TODO(2026-01-31): check")]
    [InlineData("TODO(ann, 2026-01-31): check")]
    [InlineData("TODO[ann; #12; due 2026-01-31] check")]
    [Clause(RuleIds.ExpiredTodo, "date-parentheses", Verdict.Reports)]
    public Task DateInParentheses_Reports(string todo) => ReportsAsync(todo, Today);

    [Theory]
    [InlineData("TODO: check (2026-01-31)")]
    [InlineData("TODO(due): check")]
    [InlineData("TODO(ann): check 2026-01-31")]
    [Clause(RuleIds.ExpiredTodo, "date-parentheses", Verdict.IsSilent)]
    public Task NoDateInParentheses_IsSilent(string todo) => IsSilentAsync(todo, Today);

    [Fact]
    [Clause(RuleIds.ExpiredTodo, "older", Verdict.Reports)]
    public Task Yesterday_Reports() => ReportsAsync("TODO: due 2026-06-14", Today);

    [Theory]
    [InlineData("TODO: due 2026-06-15")]
    [InlineData("TODO: due 2026-06-16")]
    [InlineData("TODO: due 2030-01-01")]
    [Clause(RuleIds.ExpiredTodo, "older", Verdict.IsSilent)]
    public Task TodayAndLater_IsSilent(string todo) => IsSilentAsync(todo, Today);

    [Fact]
    [Clause(RuleIds.ExpiredTodo, "today-option", Verdict.Reports)]
    public Task OptionBeforeTheProperty_Reports() =>
        Verify<ExpiredTodoAnalyzer>.ReportsAsync(
            "// [|TODO: due 2026-01-31|]\n", Setting.Default with { Options = Today, GlobalOptions = "build_property.SecurityReviewToday = 2020-01-01" });

    [Theory]
    [InlineData("security_review.todo.today = 2020-01-01")]
    [InlineData("security_review.todo.today = 15.06.2026")]
    [InlineData("security_review.todo.today =")]
    [Clause(RuleIds.ExpiredTodo, "today-option", Verdict.IsSilent)]
    public Task OtherDayOfTheOption_IsSilent(string options) => IsSilentAsync("TODO: due 2026-01-31", options);

    [Fact]
    [Clause(RuleIds.ExpiredTodo, "today-property", Verdict.Reports)]
    public Task DayOfTheBuild_Reports() =>
        Verify<ExpiredTodoAnalyzer>.ReportsAsync(
            "// [|TODO: due 2026-01-31|]\n", Setting.Default with { GlobalOptions = "build_property.SecurityReviewToday = 2026-06-15" });

    [Theory]
    [InlineData("")]
    [InlineData("build_property.SecurityReviewToday =")]
    [InlineData("build_property.SecurityReviewToday = today")]
    [Clause(RuleIds.ExpiredTodo, "today-property", Verdict.IsSilent)]
    public Task NobodySaysWhatDayItIs_IsSilent(string properties) =>
        Verify<ExpiredTodoAnalyzer>.IsSilentAsync("// TODO: due 2000-01-31\n", Setting.Default with { GlobalOptions = properties });

    [Theory]
    [InlineData("TODO: remove in v2.0")]
    [InlineData("TODO: remove in v2")]
    [InlineData("TODO: remove this shim until 1.9")]
    [InlineData("TODO: can be removed after version 2")]
    [InlineData("TODO: remove the old overload in release 2.1")]
    [InlineData("TODO(ann, #12): remove in v1.2.3")]
    [InlineData("TODO: Remove\n// in v2.0.0.")]
    [Clause(RuleIds.ExpiredTodo, "release", Verdict.Reports)]
    public Task ReleaseReached_Reports(string todo) => ReportsAsync(todo, moreSource: "[assembly: System.Reflection.AssemblyVersion(\"2.1.0.0\")]");

    [Theory]
    [InlineData("TODO: remove in v2.2", "2.1.0.0")]
    [InlineData("TODO: remove in v2.1.1", "2.1.0.0")]
    [InlineData("TODO: remove in v10", "2.1.0.0")]
    [InlineData("TODO: added in v1.0", "2.1.0.0")]
    [InlineData("TODO: remove in 2 places", "2.1.0.0")]
    [InlineData("TODO: remove it. In v1.0 it was needed", "2.1.0.0")]
    [InlineData("TODO: remove in EF Core 1.0", "2.1.0.0")]
    [InlineData("TODO: remove in v1.x", "2.1.0.0")]
    [InlineData("TODO: remove in v1.0-legacy folder", "2.1.0.0")]
    [InlineData("TODO: remove in v0.0", "0.0.0.0")]
    [Clause(RuleIds.ExpiredTodo, "release", Verdict.IsSilent)]
    public Task ReleaseNotReached_IsSilent(string todo, string version) =>
        IsSilentAsync(todo, moreSource: $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]");

    [Theory]
    [InlineData("TODO: simplify when Acme.Data >= 1.2", "1.2.0")]
    [InlineData("TODO: simplify when acme.data>=1.2", "1.10.0+5f3c")]
    [InlineData("TODO: simplify when Acme.Data ≥ v1.2", "2.0.0-beta")]
    [InlineData("TODO: when Acme.Data >= 1.2.0-beta, simplify", "1.2.0")]
    [Clause(RuleIds.ExpiredTodo, "package", Verdict.Reports)]
    public async Task PackageReached_Reports(string todo, string informational) =>
        Assert.Single(await WithLibraryAsync(todo, $"[assembly: System.Reflection.AssemblyInformationalVersion(\"{informational}\")]"));

    [Theory]
    [InlineData("TODO: simplify when Acme.Data >= 1.2", "1.1.9")]
    [InlineData("TODO: simplify when Acme.Data >= 1.2", "1.2.0-beta")]
    [InlineData("TODO: simplify when Acme.Data >= 1.2", "next")]
    [InlineData("TODO: simplify when Acme.Other >= 1.2", "3.0.0")]
    [InlineData("TODO: simplify when count >= 1", "3.0.0")]
    [InlineData("TODO: Acme.Data >= 1.2", "3.0.0")]
    [Clause(RuleIds.ExpiredTodo, "package", Verdict.IsSilent)]
    public async Task PackageNotReached_IsSilent(string todo, string informational) =>
        Assert.Empty(await WithLibraryAsync(todo, $"[assembly: System.Reflection.AssemblyInformationalVersion(\"{informational}\")]"));

    [Fact]
    [Clause(RuleIds.ExpiredTodo, "file-version", Verdict.Reports)]
    public async Task FileVersionReached_Reports() =>
        Assert.Single(await WithLibraryAsync(
            "TODO: when Acme.Data >= 1.2", "[assembly: System.Reflection.AssemblyFileVersion(\"1.2.3.4\")] [assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]"));

    [Theory]
    [InlineData("[assembly: System.Reflection.AssemblyVersion(\"9.0.0.0\")]")]
    [InlineData("[assembly: System.Reflection.AssemblyVersion(\"9.0.0.0\")] [assembly: System.Reflection.AssemblyFileVersion(\"1.1\")]")]
    [InlineData("[assembly: System.Reflection.AssemblyFileVersion(\"9.0\")] [assembly: System.Reflection.AssemblyInformationalVersion(\"1.1\")]")]
    [Clause(RuleIds.ExpiredTodo, "file-version", Verdict.IsSilent)]
    public async Task OtherVersions_AreNotUsed(string attributes) =>
        Assert.Empty(await WithLibraryAsync("TODO: when Acme.Data >= 1.2", attributes));

    [Fact]
    [Clause(RuleIds.ExpiredTodo, "package", Verdict.Reports)]
    public Task RealPackage_Reports() => ReportsAsync("TODO: when Dapper >= 2.0 use its own type");

    [Theory]
    [InlineData("TODO: use the new API when net9.0", "net10.0")]
    [InlineData("TODO: when net10.0, drop this", "net10.0-windows")]
    [InlineData("TODO: when netstandard2.0", "netstandard2.1")]
    [InlineData("TODO: when netcoreapp3.1", "net8.0")]
    [InlineData("TODO: when net462", "net48")]
    [Clause(RuleIds.ExpiredTodo, "framework", Verdict.Reports)]
    public Task FrameworkReached_Reports(string todo, string target) =>
        Verify<ExpiredTodoAnalyzer>.ReportsAsync($"// [|{todo}|]\n", Setting.Default with { GlobalOptions = $"build_property.TargetFramework = {target}" });

    [Theory]
    [InlineData("TODO: when net11.0", "net10.0")]
    [InlineData("TODO: when net9.0", "net48")]
    [InlineData("TODO: when net48", "net10.0")]
    [InlineData("TODO: when netstandard2.0", "net10.0")]
    [InlineData("TODO: when network is up", "net10.0")]
    [InlineData("TODO: net9.0", "net10.0")]
    [InlineData("TODO: when net9.0", "")]
    [Clause(RuleIds.ExpiredTodo, "framework", Verdict.IsSilent)]
    public Task FrameworkNotReached_IsSilent(string todo, string target) =>
        Verify<ExpiredTodoAnalyzer>.IsSilentAsync($"// {todo}\n", Setting.Default with { GlobalOptions = $"build_property.TargetFramework = {target}" });

    [Fact]
    [Clause(RuleIds.ExpiredTodo, "framework", Verdict.Reports)]
    public Task FrameworkOfTheAttribute_Reports() =>
        ReportsAsync("TODO: when net9.0", moreSource: "[assembly: System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v10.0\")]");

    [Fact]
    [Clause(RuleIds.ExpiredTodo, "framework", Verdict.Reports)]
    public async Task FrameworkOfTheSymbols_Reports()
    {
        var parse = new CSharpParseOptions(preprocessorSymbols: ["NET", "NET9_0_OR_GREATER", "NET8_0_OR_GREATER", "NETCOREAPP3_1_OR_GREATER"]);
        var compilation = CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText("// TODO: when net9.0\n// TODO: when net10.0\n", parse)], TestReferences.Of(TestReferences.Net10));
        var finding = Assert.Single(await compilation.WithAnalyzers([new ExpiredTodoAnalyzer()]).GetAnalyzerDiagnosticsAsync());
        Assert.Equal(0, finding.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.ExpiredTodo, "comment-kinds", Verdict.Reports)]
    public Task EveryKindOfComment_Reports(DocumentationMode mode) =>
        Verify<ExpiredTodoAnalyzer>.ReportsAsync(
            """
            /// <summary>[|TODO: due 2026-01-31|]</summary>
            class C // [|todo: by 2026-02-01|]
            {
                /** [|HACK until 2026-02-02|] */
                void M()
                {
                    /*
                     * [|XXX(2026-02-03)|]
                     */
                }
            #if NEVER
                // [|TODO: before 2026-02-04|]
            #endif
            }
            """,
            Setting.Default with { DocumentationMode = mode, Options = Today + "\nsecurity_review.todo.inactive_regions = true" });

    [Theory]
    [MemberData(nameof(Modes))]
    [Clause(RuleIds.ExpiredTodo, "comment-kinds", Verdict.IsSilent)]
    public Task EveryKindOfComment_IsSilent(DocumentationMode mode) =>
        Verify<ExpiredTodoAnalyzer>.IsSilentAsync(
            """
            /// <summary>Was due on 2026-01-31.</summary>
            class C // by 2026-02-01
            {
                string s = "// TODO: due 2026-01-31";
            #if NEVER
                // TODO: before 2026-02-04
            #endif
            }
            """,
            Setting.Default with { DocumentationMode = mode, Options = Today });

    [Theory]
    [InlineData("TODO: due 2026-06-14", "TODO 'due 2026-06-14' was due on 2026-06-14; do it, or agree on a new time")]
    [InlineData("TODO: when Dapper >= 2.0", "TODO 'when Dapper >= 2.0' waits for Dapper 2.0, and 2.1.66 is referenced; do it, or agree on a new time")]
    public Task Message_SaysWhatWhereAndRemedy(string todo, string message) =>
        Verify<ExpiredTodoAnalyzer>.ReportsAsync(
            $"// {{|#0:{todo}|}}\n", Setting.Default with { Options = Today }, new DiagnosticResult(Descriptors.ExpiredTodo).WithLocation(0).WithMessage(message));

    [Theory]
    [InlineData("1.2", "1.2.0", 0)]
    [InlineData("v1.10", "1.9", 1)]
    [InlineData("1.2.0-rc.1", "1.2", -1)]
    [InlineData("1.2.1-rc.1", "1.2", 1)]
    [InlineData("1.2+abc-def", "1.2", 0)]
    public void Releases_AreOrdered(string left, string right, int order) =>
        Assert.Equal(order, Math.Sign(ReleaseNumber.Parse(left)!.CompareTo(ReleaseNumber.Parse(right)!)));

    [Theory]
    [InlineData("")]
    [InlineData("v")]
    [InlineData("1..2")]
    [InlineData("99999999999")]
    [InlineData("one")]
    public void NoRelease_IsNone(string text) => Assert.Null(ReleaseNumber.Parse(text));

    [Theory]
    [InlineData("class C { void M( { // [|TODO: due 2026-01-31|]\n")]
    [InlineData("/* [|TODO: due 2026-01-31|]")]
    public Task HalfTypedCode_Reports(string code) =>
        Verify<ExpiredTodoAnalyzer>.ReportsAsync(code, Setting.Default with { Broken = true, Options = Today });

    [Fact]
    public Task TodoWithoutAnEnd_IsReadInTime() =>
        IsSilentAsync($"TODO: {string.Concat(Enumerable.Range(0, 5_000).Select(i => $"remove when {i.ToString(CultureInfo.InvariantCulture)} "))}", Today);

    private static async Task<IEnumerable<Diagnostic>> WithLibraryAsync(string todo, string attributes)
    {
        var references = TestReferences.Of(TestReferences.Net10);
        var library = CSharpCompilation.Create(
            "Acme.Data", [CSharpSyntaxTree.ParseText(attributes)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var compilation = CSharpCompilation.Create(
            "Test", [CSharpSyntaxTree.ParseText($"// {todo}\n")], references.Add(MetadataReference.CreateFromImage(image.ToArray())));
        return await compilation.WithAnalyzers([new ExpiredTodoAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }

    private static Task ReportsAsync(string todo, string options = "", string moreSource = "")
    {
        var end = todo.IndexOf('\n', StringComparison.Ordinal) is var line && line < 0 ? todo.Length : line;
        return Verify<ExpiredTodoAnalyzer>.ReportsAsync($"// [|{todo[..end]}|]{todo[end..]}\n", SettingOf(options, moreSource));
    }

    private static Task IsSilentAsync(string todo, string options = "", string moreSource = "") =>
        Verify<ExpiredTodoAnalyzer>.IsSilentAsync($"// {todo}\n", SettingOf(options, moreSource));

    private static Setting SettingOf(string options, string moreSource) =>
        Setting.Default with { Options = options, MoreSources = moreSource.Length == 0 ? [] : [("/0/Assembly.cs", moreSource)] };
}
