using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.Analyzers.Todo.Suppressions;

namespace SecurityReview.Analyzers.Tests.Todo;

public class SuppressionAnalyzerTests
{
    private static readonly Setting s_setting = Setting.Default with { IsAboutSuppressions = true };

    [Theory]
    [InlineData("[|#pragma warning disable CA2100|]\nint x;\n#pragma warning restore CA2100")]
    [InlineData("int x;\n  [|#pragma warning disable CA1000, CA2100|]\nint y;\n#pragma warning restore")]
    [InlineData("#if !NEVER\n[|#pragma warning disable SECR1001|]\nint x;\n#pragma warning restore SECR1001\n#endif")]
    [Clause(RuleIds.UnreasonedSuppression, "pragma", Verdict.Reports)]
    public Task PragmaWithoutAReason_Reports(string code) => ReportsAsync(code);

    [Theory]
    [InlineData("#pragma warning disable CA2100 // the columns come from the schema\nint x;\n#pragma warning restore CA2100")]
    [InlineData("#pragma warning restore CA2100")]
    [InlineData("#pragma checksum \"a\" \"{406ea660-64cf-4c82-b6f0-42d48172a799}\" \"ab\"")]
    [InlineData("#if NEVER\n#pragma warning disable SECR1001\n#endif")]
    [InlineData("string s = \"#pragma warning disable SECR1001\";")]
    [Clause(RuleIds.UnreasonedSuppression, "pragma", Verdict.IsSilent)]
    public Task PragmaWithAReason_IsSilent(string code) => IsSilentAsync(code);

    [Theory]
    [InlineData("[[|SuppressMessage(\"Security\", \"CA2100\")|]] int x;")]
    [InlineData("[[|SuppressMessageAttribute(\"Security\", \"CA2100:Review SQL queries\")|]] int x;")]
    [InlineData("[[|System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", Id)|]] int x; const string Id = \"SECR\" + \"1001\";")]
    [InlineData("[[|UnconditionalSuppressMessage(\"Security\", \"SECR1001\")|]] int x;")]
    [InlineData("[[|SuppressMessage(category: \"Security\", checkId: \"SECR1001\", Scope = \"member\")|]] int x;")]
    [Clause(RuleIds.UnreasonedSuppression, "attribute", Verdict.Reports)]
    public Task AttributeWithoutAReason_Reports(string code) => ReportsAsync(code);

    [Theory]
    [InlineData("[SuppressMessage(\"Security\", \"CA2100\", Justification = \"the columns come from the schema\")] int x;")]
    [InlineData("[SuppressMessage(\"Security\", \"CA2100\", Justification = Why)] int x; const string Why = \"schema\";")]
    [InlineData("[Own.SuppressMessage(\"Security\", \"CA2100\")] int x;")]
    [InlineData("[Obsolete(\"CA2100\")] int x;")]
    [Clause(RuleIds.UnreasonedSuppression, "attribute", Verdict.IsSilent)]
    public Task AttributeWithAReason_IsSilent(string code) => IsSilentAsync(code);

    [Theory]
    [InlineData("SECR1001")]
    [InlineData("secr4001")]
    [InlineData("CA2100")]
    [InlineData("CA3001")]
    [InlineData("CA5350")]
    [InlineData("CA2300")]
    [InlineData("SCS0002")]
    [InlineData("S2077")]
    [InlineData("EF1002")]
    [InlineData("SYSLIB0011")]
    [Clause(RuleIds.UnreasonedSuppression, "ids", Verdict.Reports)]
    public Task SecurityId_Reports(string id) => ReportsAsync($"[|#pragma warning disable {id}|]\nint x;\n#pragma warning restore {id}");

    [Theory]
    [InlineData("CA1822")]
    [InlineData("CA2101")]
    [InlineData("CA50")]
    [InlineData("CA30001")]
    [InlineData("CS0168")]
    [InlineData("0168")]
    [InlineData("IDE0051")]
    [InlineData("S1135")]
    [InlineData("SECRET1")]
    [Clause(RuleIds.UnreasonedSuppression, "ids", Verdict.IsSilent)]
    public Task OtherId_IsSilent(string id) => IsSilentAsync($"#pragma warning disable {id}\n[SuppressMessage(\"X\", \"{id}\")] int x;");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("\"<Pending>\"")]
    [InlineData("null")]
    [InlineData("\"...\"")]
    [InlineData("\"CA2100\"")]
    [InlineData("\"Untrusted data reaches SQL text\"")]
    [Clause(RuleIds.UnreasonedSuppression, "justification", Verdict.Reports)]
    public Task NoJustification_Reports(string justification)
    {
        // A constant that is no text is no reason either.
        var code = $"[[|SuppressMessage(\"Security\", \"CA2100\", Justification = {justification})|]] int x;";
        return ReportsAsync(code);
    }

    [Theory]
    [InlineData("\"schema\"")]
    [InlineData("\"<Pending> but the columns come from the schema\"")]
    [InlineData("\"TODO(owner): say why\"")]
    [InlineData("\"検証済み\"")]
    [Clause(RuleIds.UnreasonedSuppression, "justification", Verdict.IsSilent)]
    public Task Justification_IsSilent(string justification) =>
        IsSilentAsync($"[SuppressMessage(\"Security\", \"CA2100\", Justification = {justification})] int x;");

    [Theory]
    [InlineData("// the columns come from the schema\n#pragma warning disable CA2100\nint x;\n#pragma warning restore CA2100")]
    [InlineData("#pragma warning disable CA2100 // schema\nint x;\n#pragma warning restore CA2100")]
    [InlineData("/* the columns come\n   from the schema */\n#pragma warning disable CA2100\n#pragma warning disable CA3001\nint x;\n#pragma warning restore CA2100, CA3001")]
    [InlineData("// the columns come from the schema\n[Obsolete]\n[SuppressMessage(\"Security\", \"CA2100\")]\nint x;")]
    [InlineData("[SuppressMessage(\"Security\", \"CA2100\")] // schema\nint x;")]
    [Clause(RuleIds.UnreasonedSuppression, "comment", Verdict.IsSilent)]
    public Task CommentOnOrAbove_IsSilent(string code) => IsSilentAsync(code);

    [Theory]
    [InlineData("// another field\nint y;\n[|#pragma warning disable CA2100|]\nint x;\n#pragma warning restore CA2100")]
    [InlineData("// far above\n\n[|#pragma warning disable CA2100|]\nint x;\n#pragma warning restore CA2100")]
    [InlineData("[|#pragma warning disable CA2100|]\n// below\nint x;\n#pragma warning restore CA2100")]
    [InlineData("[|#pragma warning disable CA2100|] //\nint x;\n#pragma warning restore CA2100")]
    [InlineData("[|#pragma warning disable CA2100|] // Review SQL queries for security vulnerabilities\nint x;\n#pragma warning restore CA2100")]
    [InlineData("[|#pragma warning disable SECR1001|] // SECR1001\nint x;\n#pragma warning restore SECR1001 // because")]
    [Clause(RuleIds.UnreasonedSuppression, "comment", Verdict.Reports)]
    public Task OtherComment_Reports(string code) => ReportsAsync(code);

    [Theory]
    [InlineData("[|#pragma warning disable CA2100|] // schema\nint x;")]
    [InlineData("[|#pragma warning disable CA2100, CA3001|] // schema\nint x;\n#pragma warning restore CA2100")]
    [InlineData("#pragma warning restore CA2100\n[|#pragma warning disable CA2100|] // schema\nint x;")]
    [Clause(RuleIds.UnreasonedSuppression, "restore", Verdict.Reports)]
    public Task NeverRestored_Reports(string code) => ReportsAsync(code);

    [Theory]
    [InlineData("#pragma warning disable CA2100 // schema\nint x;\n#pragma warning restore CA2100")]
    [InlineData("#pragma warning disable CA2100 // schema\nint x;\n#pragma warning restore")]
    [InlineData("#pragma warning disable CA2100, CA1000 // schema\nint x;\n#pragma warning restore ca2100")]
    [InlineData("#pragma warning disable CA1000 // schema\nint x;")]
    [Clause(RuleIds.UnreasonedSuppression, "restore", Verdict.IsSilent)]
    public Task Restored_IsSilent(string code) => IsSilentAsync(code);

    [Theory]
    [InlineData("[|#pragma warning disable|]\nint x;")]
    [InlineData("[|#pragma warning disable|] // old code\nint x;\n#pragma warning restore CA2100")]
    [InlineData("[|#pragma warning disable|]\nint x;\n#pragma warning restore")]
    [Clause(RuleIds.UnreasonedSuppression, "broad", Verdict.Reports)]
    public Task SuppressionOfEveryRule_Reports(string code) => ReportsAsync(code);

    [Theory]
    [InlineData("#pragma warning disable // old code\nint x;\n#pragma warning restore")]
    [Clause(RuleIds.UnreasonedSuppression, "broad", Verdict.IsSilent)]
    public Task ReasonedSuppressionOfEveryRule_IsSilent(string code) => IsSilentAsync(code);

    [Theory]
    [InlineData("[|#pragma warning disable CA2100|] // from schema\nint x;\n#pragma warning restore")]
    [InlineData("[[|SuppressMessage(\"Security\", \"CA2100\", Justification = \"from schema\")|]] int x;")]
    [Clause(RuleIds.UnreasonedSuppression, "min-words", Verdict.Reports)]
    public Task FewWords_Report(string code) => ReportsAsync(code, "security_review.suppression.min_words = 3");

    [Theory]
    [InlineData("#pragma warning disable CA2100 // columns from schema\nint x;\n#pragma warning restore")]
    [InlineData("#pragma warning disable CA2100 // TODO(owner): say why\nint x;\n#pragma warning restore")]
    [InlineData("[SuppressMessage(\"Security\", \"CA2100\", Justification = \"columns from the schema\")] int x;")]
    [InlineData("[SuppressMessage(\"Security\", \"CA2100\", Justification = \"検証済み\")] int x;")]
    [Clause(RuleIds.UnreasonedSuppression, "min-words", Verdict.IsSilent)]
    public Task EnoughWords_AreSilent(string code) => IsSilentAsync(code, "security_review.suppression.min_words = 3");

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [Clause(RuleIds.UnreasonedSuppression, "comment-kinds", Verdict.Reports)]
    [Clause(RuleIds.UnreasonedSuppression, "comment-kinds", Verdict.IsSilent)]
    public Task DocumentationModes_SayTheSame(DocumentationMode mode) =>
        Verify<SuppressionAnalyzer>.ReportsAsync(
            "class C\r\n{\r\n    /// <summary>The columns come from the schema.</summary>\r\n    #pragma warning disable CA2100\r\n    int x;\r\n    #pragma warning restore\r\n\r\n" +
            "    [|#pragma warning disable CA2100|]\r\n    /// <summary>One.</summary>\r\n    int y;\r\n    #pragma warning restore\r\n}\r\n",
            s_setting with { DocumentationMode = mode });

    [Fact]
    public Task Messages_SayWhatWhereAndRemedy() =>
        Verify<SuppressionAnalyzer>.ReportsAsync(
            "{|#0:#pragma warning disable CA2100|}\n{|#1:#pragma warning disable CA3001|} // schema\n{|#2:#pragma warning disable CA3002|}\nclass C;\n#pragma warning restore CA3002\n",
            s_setting,
            new DiagnosticResult(Descriptors.UnreasonedSuppression).WithLocation(0).WithMessage("The suppression of CA2100 has no reason and is never restored; say why the code is safe, and restore it after that code"),
            new DiagnosticResult(Descriptors.UnreasonedSuppression).WithLocation(1).WithMessage("The suppression of CA3001 is never restored; restore it after the code that it is about"),
            new DiagnosticResult(Descriptors.UnreasonedSuppression).WithLocation(2).WithMessage("The suppression of CA3002 has no reason; say why the code is safe"));

    [Theory]
    [InlineData("#pragma warning disable CA2100,\nclass C {")]
    [InlineData("#pragma warning disable CA2100")]
    [InlineData("#pragma warning")]
    [InlineData("#pragma warning disable,")]
    [InlineData("class C { [SuppressMessage(\"X\", ")]
    [InlineData("class C { [SuppressMessage(\"X\", \"CA2100\", Justification = ")]
    [InlineData("class C { [System.Diagnostics.CodeAnalysis.SuppressMessage(\"X\", \"CA2100\"")]
    public Task HalfTypedCode_Runs(string code) => Verify<SuppressionAnalyzer>.RunsAsync(code);

    private static string Source(string code) =>
        "using System;\nusing System.Diagnostics.CodeAnalysis;\nnamespace Own { class SuppressMessageAttribute(string a, string b) : Attribute { public string A => a + b; } }\nclass C\n{\n" + code + "\n}\n";

    private static Task ReportsAsync(string code, string options = "") => Verify<SuppressionAnalyzer>.ReportsAsync(Source(code), s_setting with { Options = options });

    private static Task IsSilentAsync(string code, string options = "") => Verify<SuppressionAnalyzer>.IsSilentAsync(Source(code), s_setting with { Options = options });
}
